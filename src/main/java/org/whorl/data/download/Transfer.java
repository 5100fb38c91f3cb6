package org.whorl.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Progress;
import org.whorl.data.format.PublishedFile;

/**
 * Brings one published file to disk: from the first mirror that has it, continuing where a connection was cut, into a
 * {@code .part} beside the target, which gets the target's name only when its SHA-256 is right.
 */
final class Transfer {
    /** How often one mirror is asked again after a cut connection that brought nothing new. */
    private static final int ATTEMPTS = 3;

    private static final int POLL_MILLISECONDS = 100;

    private final HttpClient client;
    private final PublishedFile file;
    private final Path target;
    private final Path part;
    private final Path validator;
    private final Duration patience;
    private final Progress progress;
    private final String what;

    /** A failure after which the same mirror is asked again. */
    private static final class Cut extends Exception {
        private static final long serialVersionUID = 1;

        Cut(String message) {
            super(message);
        }
    }

    /** A failure after which the next mirror is asked. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Prepares a transfer.
     *
     * @param patience how long a server may send nothing
     * @param progress told the bytes of this file
     */
    Transfer(HttpClient client, PublishedFile file, Path target, Duration patience, Progress progress) {
        this.client = client;
        this.file = file;
        this.target = target;
        this.part = target.resolveSibling(file.name() + ".part");
        this.validator = target.resolveSibling(file.name() + ".part.from");
        this.patience = patience;
        this.progress = progress;
        this.what = "downloading " + file.name();
    }

    /**
     * Does it.
     *
     * @throws DataException where no mirror has the right file; what has arrived so far is kept to be continued
     * @throws CancellationException where the progress asks to stop; likewise
     */
    void run() throws DataException {
        List<String> failures = new ArrayList<>();
        for (URI mirror : file.mirrors()) {
            try {
                fetchFrom(mirror);
                return;
            } catch (Refused e) {
                failures.add(mirror + ": " + e.getMessage());
            } catch (IOException e) {
                throw storing(e);
            }
        }
        throw new DataException(file.name() + ": expected to download " + file.bytes() + " bytes, found "
                + String.join("; ", failures)
                + "; check the connection and try again, it continues where it stopped, or bring the file by hand");
    }

    private void fetchFrom(URI mirror) throws Refused, IOException {
        int idle = 0;
        while (true) {
            long before = partSize();
            try {
                if (before < file.bytes()) {
                    request(mirror, before);
                }
                finish(before > 0);
                return;
            } catch (Cut e) {
                idle = partSize() > before ? 0 : idle + 1;
                if (idle == ATTEMPTS) {
                    throw new Refused(e.getMessage());
                }
            }
        }
    }

    private void request(URI mirror, long have) throws Cut, Refused, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(mirror)
                .timeout(patience)
                .header("User-Agent", "Whorl")
                .header("Accept-Encoding", "identity");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            // Only the mirror that gave the part knows its mark; for another, the checksum at the end has to do.
            storedValidator(mirror).ifPresent(mark -> request.header("If-Range", mark));
        }
        CompletableFuture<HttpResponse<BodyQueue>> answer = client.sendAsync(request.build(), info -> new BodyQueue());
        HttpResponse<BodyQueue> response;
        try {
            response = await(answer, have);
        } catch (CancellationException e) {
            answer.cancel(true);
            throw e;
        }
        try {
            receive(mirror, response, have);
        } finally {
            response.body().cancel();
        }
    }

    private HttpResponse<BodyQueue> await(CompletableFuture<HttpResponse<BodyQueue>> answer, long have) throws Cut {
        while (true) {
            report(have);
            try {
                return answer.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw new Cut(reason(e.getCause()));
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private void receive(URI mirror, HttpResponse<BodyQueue> response, long have) throws Cut, Refused, IOException {
        int status = response.statusCode();
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        long start;
        if (status == 206) {
            start = have;
            String range = response.headers().firstValue("Content-Range").orElse("");
            if (!range.startsWith("bytes " + have + "-")) {
                Files.deleteIfExists(part);
                throw new Cut("it sent another part than the one asked for");
            }
        } else if (status == 200) {
            start = 0;
        } else if (status == 416) {
            Files.deleteIfExists(part);
            throw new Cut("it has no bytes from " + have + " on");
        } else {
            throw new Refused("status " + status);
        }
        if (length >= 0 && start + length != file.bytes()) {
            throw new Refused("a file of " + (start + length) + " bytes");
        }
        if (start == 0) {
            storeValidator(mirror, response);
        }
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(start);
            out.position(start);
            copy(response.body(), out);
        }
    }

    private void copy(BodyQueue body, FileChannel out) throws Cut, Refused, IOException {
        long lastNews = System.nanoTime();
        while (true) {
            report(out.position());
            Optional<BodyQueue.Piece> next;
            try {
                next = body.poll(POLL_MILLISECONDS);
            } catch (InterruptedException e) {
                throw interrupted();
            }
            if (next.isEmpty()) {
                if (System.nanoTime() - lastNews > patience.toNanos()) {
                    throw new Cut("it sent nothing for " + patience.toSeconds() + " s");
                }
                continue;
            }
            lastNews = System.nanoTime();
            for (ByteBuffer bytes : next.get().bytes()) {
                if (out.position() + bytes.remaining() > file.bytes()) {
                    out.truncate(0);
                    throw new Refused("a file of more than " + file.bytes() + " bytes");
                }
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            if (next.get().failure().isPresent()) {
                throw new Cut(reason(next.get().failure().get()));
            }
            if (next.get().last()) {
                if (out.position() < file.bytes()) {
                    throw new Cut("the connection ended after " + out.position() + " bytes");
                }
                return;
            }
        }
    }

    /** Checks the whole file and gives it its name. */
    private void finish(boolean continued) throws Cut, Refused, IOException {
        report(file.bytes());
        String found = sha256(part);
        if (!found.equals(file.sha256())) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(validator);
            String message = "a file whose SHA-256 is " + found + " instead of " + file.sha256();
            if (continued) {
                throw new Cut(message);
            }
            throw new Refused(message);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(validator);
    }

    static String sha256(Path path) throws IOException {
        MessageDigest digest = Checksum.sha256();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                digest.update(bytes, 0, count);
            }
        }
        return Checksum.hex(digest);
    }

    private long partSize() throws IOException {
        return Files.isRegularFile(part) ? Files.size(part) : 0;
    }

    private Optional<String> storedValidator(URI mirror) throws IOException {
        if (!Files.isRegularFile(validator) || Files.size(validator) > 4096) {
            return Optional.empty();
        }
        String[] lines = Files.readString(validator).split("\n");
        boolean usable = lines.length == 2 && lines[0].equals(mirror.toString()) && lines[1].matches("[\\x20-\\x7e]+");
        return usable ? Optional.of(lines[1]) : Optional.empty();
    }

    private void storeValidator(URI mirror, HttpResponse<BodyQueue> response) throws IOException {
        Optional<String> mark = response.headers()
                .firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> response.headers().firstValue("Last-Modified"));
        if (mark.isPresent()) {
            Files.writeString(validator, mirror + "\n" + mark.get());
        } else {
            Files.deleteIfExists(validator);
        }
    }

    private void report(long done) {
        if (!progress.report(what, done, file.bytes())) {
            throw new CancellationException();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }

    private static String reason(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage() == null ? "no connection (" + name + ")" : failure.getMessage();
        return message.replaceAll("\\s+", " ");
    }

    private DataException storing(IOException e) {
        return e instanceof DataException known
                ? known
                : new DataException(
                        part + ": expected to write " + file.bytes() + " bytes, found: " + reason(e)
                                + "; make room or change the permissions, or choose another folder with WHORL_CACHE",
                        e);
    }
}
