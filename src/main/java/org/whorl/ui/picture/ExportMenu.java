package org.whorl.ui.picture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;

import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;

/** A menu that writes what is shown into files. Pictures are light whatever the screen shows, since they are for paper. */
public final class ExportMenu extends MenuButton {
    /** Writes numbers into a file. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file) throws IOException;
    }

    /**
     * What is there to write.
     *
     * @param name of the file, without extension
     * @param figure the picture
     * @param metadata what the file says about itself
     * @param numbers writes the same as a NumPy array; empty where there are none
     * @param table writes the same as comma-separated values; empty where there are none
     */
    public record Content(
            String name,
            Figure figure,
            Map<String, String> metadata,
            Optional<Writer> numbers,
            Optional<Writer> table) {
        /** A picture with numbers, which are no table. */
        public Content(String name, Figure figure, Map<String, String> metadata, Optional<Writer> numbers) {
            this(name, figure, metadata, numbers, Optional.empty());
        }
    }

    private static final FigureOptions PAPER = FigureOptions.centimetres(16, 300);
    private static final FigureOptions SLIDE = FigureOptions.pixels(1920);

    private final Supplier<Optional<Content>> source;
    private final CheckMenuItem transparent = new CheckMenuItem("Transparent ground");
    private final Label message = new Label();

    /**
     * A menu.
     *
     * @param source asked when something is chosen; empty where there is nothing to write yet
     */
    public ExportMenu(Supplier<Optional<Content>> source) {
        super("Export");
        this.source = source;
        message.getStyleClass().add("muted");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        MenuItem numbers = item("Numbers as NPY…", () -> chooseNumbers("npy", Content::numbers));
        MenuItem table = item("Table as CSV…", () -> chooseNumbers("csv", Content::table));
        getItems()
                .addAll(
                        item("PNG for paper, 16 cm at 300 dpi…", () -> chooseFigure("png", PAPER)),
                        item("PNG for a slide, 1920 pixels…", () -> chooseFigure("png", SLIDE)),
                        item("SVG…", () -> chooseFigure("svg", PAPER)),
                        item("PDF…", () -> chooseFigure("pdf", PAPER)),
                        numbers,
                        table,
                        new SeparatorMenuItem(),
                        item("Copy picture", this::copy),
                        transparent);
        setOnShowing(event -> {
            Optional<Content> content = source.get();
            numbers.setVisible(content.flatMap(Content::numbers).isPresent());
            table.setVisible(content.flatMap(Content::table).isPresent());
        });
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Says what became of the last export, to stand near the menu; takes no room before the first. */
    public Label message() {
        return message;
    }

    private void chooseFigure(String extension, FigureOptions options) {
        source.get().ifPresent(content -> choose(content.name(), extension).ifPresent(file -> {
            FigureOptions all = options.withTransparent(transparent.isSelected());
            for (Map.Entry<String, String> entry : content.metadata().entrySet()) {
                all = all.with(entry.getKey(), entry.getValue());
            }
            FigureOptions complete = all;
            write(file, path -> content.figure().write(path, complete));
        }));
    }

    private void chooseNumbers(String extension, Function<Content, Optional<Writer>> numbers) {
        source.get().ifPresent(content -> numbers.apply(content)
                .ifPresent(writer -> choose(content.name(), extension).ifPresent(file -> write(file, writer))));
    }

    private Optional<Path> choose(String name, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name + "." + extension);
        chooser.getExtensionFilters()
                .setAll(List.of(new FileChooser.ExtensionFilter(extension.toUpperCase(), "*." + extension)));
        File file =
                chooser.showSaveDialog(getScene() == null ? null : getScene().getWindow());
        if (file == null) {
            return Optional.empty();
        }
        boolean named = file.getName().toLowerCase().endsWith("." + extension);
        return Optional.of(named ? file.toPath() : Path.of(file.getPath() + "." + extension));
    }

    /** Writes on another thread, since large pictures take a moment. */
    private void write(Path file, Writer writer) {
        message.setText("writing " + file.getFileName() + " …");
        CompletableFuture.runAsync(() -> {
            String outcome;
            try {
                writer.write(file);
                outcome = "saved " + file.getFileName();
            } catch (IOException | RuntimeException e) {
                outcome = "could not save " + file.getFileName() + ": " + e.getMessage();
            }
            String said = outcome;
            Platform.runLater(() -> message.setText(said));
        });
    }

    private void copy() {
        source.get().ifPresent(content -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putImage(SwingFXUtils.toFXImage(
                    content.figure().toImage(SLIDE.withTransparent(transparent.isSelected())), null));
            Clipboard.getSystemClipboard().setContent(clip);
            message.setText("copied");
        });
    }
}
