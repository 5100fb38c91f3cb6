package org.whorl.ui.export;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.Sidecar;
import org.whorl.file.ReplacedFile;
import org.whorl.file.SettingsFile;
import org.whorl.ui.task.BackgroundJob;

/** How a window's pictures become files: what is remembered of the last export, where files go, and how each picture is reached. */
public final class Exporter {
    /** Asks for a file. */
    @FunctionalInterface
    public interface Chooser {
        /**
         * A file to write to; empty where there is to be none.
         *
         * @param name that is proposed, with its ending
         */
        Optional<Path> choose(Window owner, String name);
    }

    private static final String KEY = "whorl.exporting";
    /** As wide a copy as other programs take without trouble, in pixels. */
    private static final int WIDEST_COPY = 3000;

    private final Optional<Path> file;
    private final FileWriter writing = new FileWriter();
    private final BackgroundJob<Image> copying = new BackgroundJob<>("whorl-copying", Platform::runLater);
    private ExportSettings settings;
    private final Optional<String> problem;
    private Chooser chooser = this::ask;
    private Consumer<String> message = words -> {};

    private Exporter(Optional<Path> file) {
        this.file = file;
        Optional<SettingsFile.Found<ExportSettings>> found = file.map(ExportSettings::read);
        settings = found.flatMap(SettingsFile.Found::value).orElse(ExportSettings.DEFAULT);
        problem = found.flatMap(SettingsFile.Found::problem);
    }

    /**
     * Lets every picture of a scene be exported from its context menu.
     *
     * @param file where the last choice is kept
     * @param origin where pictures came from whose views say nothing of it
     * @param message told what became of exports, and where files are: what stands beside a picture says it in few words, if it is in sight
     */
    public static Exporter install(
            Scene scene, Path file, Supplier<Map<String, String>> origin, Consumer<String> message) {
        Exporter exporting = new Exporter(Optional.of(file));
        exporting.message = message;
        exporting.writing.setTold(message);
        scene.getProperties().put(KEY, exporting);
        Exportable.origin(scene.getRoot(), origin);
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, exporting::menu);
        return exporting;
    }

    /** That of a scene; one that forgets where none was installed. */
    public static Exporter of(Scene scene) {
        if (scene == null) {
            return new Exporter(Optional.empty());
        }
        return (Exporter) scene.getProperties().computeIfAbsent(KEY, key -> new Exporter(Optional.empty()));
    }

    /** Why what was chosen last time was put aside, in one line; empty where nothing was. */
    public Optional<String> problem() {
        return problem;
    }

    /** Asks for files otherwise than by the system's dialog. */
    public void setChooser(Chooser newChooser) {
        chooser = newChooser;
    }

    /** The files that are being written now. */
    public FileWriter writing() {
        return writing;
    }

    ExportSettings settings() {
        return settings;
    }

    /** Remembers what was chosen; complains nowhere, since the picture is more important than its settings. */
    void remember(ExportSettings chosen) {
        settings = chosen;
        file.ifPresent(path -> {
            try {
                chosen.write(path);
            } catch (IOException e) {
                message.accept("could not remember how to export: " + e.getMessage());
            }
        });
    }

    private void menu(ContextMenuEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        if (target instanceof TextInputControl) {
            return;
        }
        Exportable.at(target).ifPresent(content -> {
            Window window = target.getScene().getWindow();
            MenuItem export = new MenuItem("Export picture…");
            export.setOnAction(e -> dialog(window, content, message));
            MenuItem copy = new MenuItem("Copy picture");
            copy.setOnAction(e -> copy(content, message));
            ContextMenu menu = new ContextMenu(export, copy);
            menu.show(target, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Exports, as one chooses, what has the focus; otherwise the first picture of a view that can be. */
    public void exportNearest(Parent view) {
        nearest(view).ifPresent(content -> dialog(view.getScene().getWindow(), content, message));
    }

    /** The same to the clipboard. */
    public void copyNearest(Parent view) {
        nearest(view).ifPresent(content -> copy(content, message));
    }

    /** What the focus is on, or the first picture of the view that is shown and has something to show. */
    static Optional<ExportMenu.Content> nearest(Parent view) {
        Node focus = view.getScene().getFocusOwner();
        return Exportable.at(focus)
                .or(() -> focus instanceof ExportMenu menu ? menu.content() : Optional.empty())
                .or(() -> view.lookupAll(".export-menu").stream()
                        .filter(ExportMenu.class::isInstance)
                        .filter(Exporter::isShown)
                        .map(node -> ((ExportMenu) node).content())
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> view.lookupAll(".tile-grid").stream()
                        .filter(Exporter::isShown)
                        .map(Exportable::at)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    ExportDialog dialog(Window owner, ExportMenu.Content content, Consumer<String> say) {
        ExportDialog dialog = new ExportDialog(this, owner, content, say);
        dialog.show();
        return dialog;
    }

    /** Copies the picture, as large as it was last exported, or as large as clipboards bear; drawn in the background. */
    void copy(ExportMenu.Content content, Consumer<String> say) {
        FigureOptions wanted = settings.options();
        FigureOptions options = forClipboard(wanted);
        say.accept("drawing the picture …");
        copying.replace(
                "",
                report -> drawn(content, options),
                image -> {
                    ClipboardContent clip = new ClipboardContent();
                    clip.putImage(image);
                    Clipboard.getSystemClipboard().setContent(clip);
                    say.accept(
                            options.pixels() == wanted.pixels()
                                    ? "copied the picture"
                                    : String.format(
                                            Locale.ROOT,
                                            "copied the picture, %,d pixels wide; a file has all %,d",
                                            options.pixels(),
                                            wanted.pixels()));
                },
                problem -> say.accept("could not copy the picture: " + problem));
    }

    private static Image drawn(ExportMenu.Content content, FigureOptions options) throws IOException {
        try {
            return SwingFXUtils.toFXImage(content.figure().toImage(options), null);
        } catch (OutOfMemoryError e) {
            throw new IOException(FileWriter.reason(e), e);
        }
    }

    /** The same picture, no wider than a clipboard bears; its letters are as large beside the rest. */
    private static FigureOptions forClipboard(FigureOptions wanted) {
        int pixels = Math.min(WIDEST_COPY, wanted.pixels());
        double dpi = wanted.dpi() * pixels / wanted.pixels();
        return new FigureOptions(pixels, Math.max(10, dpi), wanted.theme(), wanted.transparent(), wanted.metadata());
    }

    /** Writes the picture where a person says; whether they said where. */
    boolean save(
            Window owner, ExportMenu.Content content, FigureOptions options, String extension, Consumer<String> say) {
        Figure figure = content.figure();
        Optional<Path> chosen = choose(owner, content.name(), extension);
        chosen.ifPresent(path -> write(path, () -> figure.write(path, options), say));
        return chosen.isPresent();
    }

    /** Writes numbers, and beside them where they came from. */
    void saveNumbers(
            Window owner,
            ExportMenu.Content content,
            ExportMenu.Writer writer,
            String extension,
            Consumer<String> say) {
        boolean beside = settings.beside();
        choose(owner, content.name(), extension)
                .ifPresent(path -> write(
                        path,
                        () -> {
                            ReplacedFile.write(path, writer::write);
                            if (beside) {
                                Sidecar.write(path, content.figure().title(), content.told());
                            }
                        },
                        say));
    }

    /**
     * Writes a text where a person says, in the background.
     *
     * @param name that is proposed, without its ending
     * @param extension {@code csv}
     * @param say told what became of it
     */
    public void saveText(Window owner, String name, String extension, String text, Consumer<String> say) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        choose(owner, name, extension)
                .ifPresent(path -> write(path, () -> ReplacedFile.write(path, out -> out.write(bytes)), say));
    }

    private Optional<Path> choose(Window owner, String name, String extension) {
        Optional<Path> chosen = chooser.choose(owner, name + "." + extension);
        chosen.map(Path::getParent).ifPresent(this::went);
        return chosen.map(path -> path.toString().toLowerCase(Locale.ROOT).endsWith("." + extension)
                ? path
                : path.resolveSibling(path.getFileName() + "." + extension));
    }

    /** Where the last file went, and the next dialog begins, also another day; empty before there was one. */
    public Optional<Path> lastFolder() {
        return settings.lastFolder();
    }

    /** Remembers where a file went. */
    public void went(Path folder) {
        remember(settings.withFolder(folder));
    }

    private Optional<Path> ask(Window owner, String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        FileChooser dialog = new FileChooser();
        dialog.setTitle("Save " + name);
        dialog.setInitialFileName(name);
        dialog.setInitialDirectory(StartFolder.of(lastFolder().orElse(null)));
        dialog.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        return Optional.ofNullable(dialog.showSaveDialog(owner)).map(File::toPath);
    }

    private void write(Path path, FileWriter.Work work, Consumer<String> say) {
        say.accept("writing " + path.getFileName() + " …");
        writing.write(path, work).thenAccept(say);
    }
}
