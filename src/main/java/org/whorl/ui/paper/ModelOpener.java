package org.whorl.ui.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.data.TrainTest;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.run.Gallery;

/** Reads trained networks on another thread and shows them in the window. */
final class ModelOpener {
    private final Lab lab;

    /** Reads a model. */
    @FunctionalInterface
    private interface Source {
        Model read() throws IOException;
    }

    ModelOpener(Lab lab) {
        this.lab = lab;
    }

    /**
     * Shows one of the models that come with Whorl.
     *
     * @param said told what became of it, on the FX thread
     */
    void openGallery(String name, Consumer<String> said) {
        open(name, () -> Gallery.read(name).model(), said);
    }

    /** Shows a model from a file. */
    void openFile(String title, Path file, Consumer<String> said) {
        open(title, () -> ModelFile.read(file), said);
    }

    private void open(String title, Source source, Consumer<String> said) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Model model = source.read();
                        Platform.runLater(() -> {
                            show(title, model);
                            said.accept("All views show " + title + " now.");
                        });
                    } catch (IOException | RuntimeException e) {
                        Platform.runLater(() -> said.accept(String.valueOf(e.getMessage())));
                    }
                },
                "whorl-opening");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(String title, Model model) {
        Shown before = lab.getShown();
        // Images that fit stay, so that the other views have something to put in.
        Optional<TrainTest> data = Optional.ofNullable(before)
                .flatMap(Shown::data)
                .filter(d -> d.train().shape().equals(model.spec().input()));
        lab.show(new Shown(
                title,
                model.parameters(),
                model.preparation(),
                model.classNames(),
                data,
                model.provenance(),
                before == null ? 1 : before.version() + 1));
    }
}
