package org.whorl.data.download;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a response as pieces that can be waited for with a time-out, so that a reader can look up between them: a
 * blocking stream of a server that has gone silent could not be cancelled. At most one piece waits in memory.
 */
final class BodyQueue implements HttpResponse.BodySubscriber<BodyQueue> {
    /** One piece; or the end, with the failure if there was one. */
    record Piece(List<ByteBuffer> bytes, boolean last, Optional<Throwable> failure) {}

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        pieces.add(new Piece(item, false, Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), true, Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), true, Optional.empty()));
    }

    /** The next piece, or nothing where none came in that time. */
    Optional<Piece> poll(long milliseconds) throws InterruptedException {
        Piece piece = pieces.poll(milliseconds, TimeUnit.MILLISECONDS);
        if (piece != null && !piece.last()) {
            subscription.thenAccept(given -> given.request(1));
        }
        return Optional.ofNullable(piece);
    }

    /** Ends the transfer; the connection is closed. */
    void cancel() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
