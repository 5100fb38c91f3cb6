package org.whorl.ui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;

import org.whorl.figure.Figure;

/** A menu that writes what is shown into files. Pictures are light unless asked otherwise, whatever the screen shows. */
public final class ExportMenu extends MenuButton {
    /** Writes numbers, as a file has them. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
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

        /** A picture alone, which says of itself what is said of the nodes around it. */
        public Content(String name, Figure figure) {
            this(name, figure, Map.of(), Optional.empty(), Optional.empty());
        }

        Content with(Map<String, String> newMetadata) {
            return new Content(name, figure, newMetadata, numbers, table);
        }

        /** The caption that the picture comes with. */
        String caption() {
            return metadata.getOrDefault("Caption", figure.description());
        }

        /** All of it that numbers are told of. */
        Map<String, String> told() {
            Map<String, String> all = new LinkedHashMap<>(metadata);
            all.putIfAbsent("Caption", caption());
            return all;
        }
    }

    /** Wide enough for “saved” and a part of a name. */
    private static final double LEAST_MESSAGE = 64;

    private final Supplier<Optional<Content>> source;
    private final CheckMenuItem beside = new CheckMenuItem("Settings beside numbers, as JSON");
    private final Label message = new Label();

    /**
     * A menu.
     *
     * @param source asked when something is chosen; empty where there is nothing to write yet
     */
    public ExportMenu(Supplier<Optional<Content>> source) {
        super("Export");
        this.source = source;
        getStyleClass().add("export-menu");
        setAccessibleText("Export what is shown here");
        message.getStyleClass().add("muted");
        // The head of a narrow card has no room for a long file name in one line.
        message.setWrapText(true);
        message.setMinSize(LEAST_MESSAGE, Region.USE_PREF_SIZE);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(message.textProperty());
        message.setTooltip(whole);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        MenuItem picture =
                item("_Picture…", () -> content().ifPresent(c -> exporting().dialog(window(), c, message::setText)));
        MenuItem numbers = item("_Numbers as NPY…", () -> content().ifPresent(c -> c.numbers()
                .ifPresent(w -> exporting().saveNumbers(window(), c, w, "npy", message::setText))));
        MenuItem table = item("_Table as CSV…", () -> content().ifPresent(c -> c.table()
                .ifPresent(w -> exporting().saveNumbers(window(), c, w, "csv", message::setText))));
        MenuItem copy =
                item("_Copy picture", () -> content().ifPresent(c -> exporting().copy(c, message::setText)));
        MenuItem copyTable =
                item("Copy ta_ble", () -> content().flatMap(Content::table).ifPresent(this::copyTable));
        SeparatorMenuItem line = new SeparatorMenuItem();
        beside.setOnAction(e -> rememberBeside(beside.isSelected()));
        getItems().addAll(picture, numbers, table, new SeparatorMenuItem(), copy, copyTable, line, beside);
        setOnShowing(event -> {
            Optional<Content> content = content();
            boolean array = content.flatMap(Content::numbers).isPresent();
            boolean rows = content.flatMap(Content::table).isPresent();
            picture.setDisable(content.isEmpty());
            copy.setDisable(content.isEmpty());
            numbers.setVisible(array);
            table.setVisible(rows);
            copyTable.setVisible(rows);
            line.setVisible(array || rows);
            beside.setVisible(array || rows);
            beside.setSelected(exporting().settings().beside());
        });
        focusedProperty().addListener((o, was, is) -> {
            if (is) {
                setAccessibleText(
                        "Export" + content().map(c -> ": " + c.figure().title()).orElse(", nothing yet"));
            }
        });
    }

    /**
     * Offers another picture of the same things, after the first.
     *
     * @param other asked when it is chosen; empty where there is none yet
     */
    public void addPicture(String text, Supplier<Optional<Content>> other) {
        getItems().add(1, item(text, () -> other.get()
                .map(c -> c.metadata().isEmpty() ? c.with(Exportable.originOf(this)) : c)
                .ifPresent(c -> exporting().dialog(window(), c, message::setText))));
    }

    /** A menu and its message behind something else, as the head of a card has them. */
    public static Node beside(Node first, Supplier<Optional<Content>> source) {
        ExportMenu menu = new ExportMenu(source);
        menu.getStyleClass().add("quiet-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(8, first, menu.message(), menu);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add("view-toolbar");
        return box;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(true);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** What there is to write now; empty where there is nothing. */
    public Optional<Content> content() {
        return source.get().map(c -> c.metadata().isEmpty() ? c.with(Exportable.originOf(this)) : c);
    }

    /** Says what became of the last export, to stand near the menu; takes no room before the first. */
    public Label message() {
        return message;
    }

    private Exporter exporting() {
        return Exporter.of(getScene());
    }

    private Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private void rememberBeside(boolean wanted) {
        exporting().remember(exporting().settings().withBeside(wanted));
    }

    private void copyTable(Writer table) {
        try {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            table.write(rows);
            ClipboardContent clip = new ClipboardContent();
            clip.putString(rows.toString(StandardCharsets.UTF_8));
            Clipboard.getSystemClipboard().setContent(clip);
            message.setText("copied the table");
        } catch (IOException e) {
            message.setText("could not copy: " + e.getMessage());
        }
    }
}
