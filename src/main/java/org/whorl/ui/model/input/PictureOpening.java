package org.whorl.ui.model.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.whorl.data.ImageShape;

/** Reads pictures on another thread. One that takes longer than until the next image is asked for comes too late. FX thread only. */
final class PictureOpening {
    private final Executor fxThread;
    private final Consumer<CodeInput> receiver;
    private final Consumer<String> complain;
    private long requests;

    /**
     * Nothing is read yet.
     *
     * @param fxThread runs the two that follow
     * @param receiver told the picture
     * @param complain told in one line what is wrong with it
     */
    PictureOpening(Executor fxThread, Consumer<CodeInput> receiver, Consumer<String> complain) {
        this.fxThread = fxThread;
        this.receiver = receiver;
        this.complain = complain;
    }

    /** Lets what is being read come too late. */
    void giveUp() {
        requests++;
    }

    void open(Path file, ImageShape shape) {
        long mine = ++requests;
        CompletableFuture.runAsync(() -> {
            try {
                CodeInput read = PictureFile.read(file, shape);
                take(mine, () -> receiver.accept(read));
            } catch (IOException e) {
                take(mine, () -> complain.accept(e.getMessage()));
            } catch (RuntimeException | OutOfMemoryError e) {
                take(mine, () -> complain.accept(file + ": expected a picture that can be read, found " + e));
            }
        });
    }

    /** Does something with what was read, unless another image was asked for since. */
    private void take(long request, Runnable work) {
        fxThread.execute(() -> {
            if (request == requests) {
                work.run();
            }
        });
    }
}
