package org.whorl.ui.view.paper;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.whorl.ui.export.Exporter;

/** A menu that writes the table that is shown as text. */
final class TableExport extends MenuButton {
    private final Supplier<Comparison> table;
    private final Label message = new Label();

    TableExport(Supplier<Comparison> table) {
        super("Export");
        this.table = table;
        setId("export-table");
        setAccessibleText("Export the table");
        message.getStyleClass().add("muted");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        MenuItem csv = new MenuItem("Table as CSV…");
        csv.setOnAction(e -> save("csv", ComparisonText::csv));
        MenuItem markdown = new MenuItem("Table as Markdown…");
        markdown.setOnAction(e -> save("md", ComparisonText::markdown));
        MenuItem copy = new MenuItem("Copy as Markdown");
        copy.setOnAction(e -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(ComparisonText.markdown(table.get()));
            Clipboard.getSystemClipboard().setContent(clip);
            message.setText("copied");
        });
        getItems().addAll(csv, markdown, copy);
    }

    /** Says what became of the last export; takes no room before the first. */
    Label message() {
        return message;
    }

    private void save(String extension, Function<Comparison, String> text) {
        Comparison shown = table.get();
        Exporter.of(getScene())
                .saveText(
                        getScene() == null ? null : getScene().getWindow(),
                        shown.table().name(),
                        extension,
                        text.apply(shown),
                        message::setText);
    }
}
