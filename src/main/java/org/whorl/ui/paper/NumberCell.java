package org.whorl.ui.paper;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.paper.Result;

/** A cell of the table: our number large, the paper's and the one from here below. Can be selected. */
final class NumberCell extends ToggleButton {
    private final Label ours = new Label();
    private final Label difference = new Label();
    private final Label paper = new Label();
    private final Label here = new Label();

    NumberCell() {
        getStyleClass().setAll("paper-cell");
        setMaxWidth(Double.MAX_VALUE);
        ours.getStyleClass().add("paper-number");
        difference.getStyleClass().add("paper-difference");
        paper.getStyleClass().add("muted");
        here.getStyleClass().add("muted");
        HBox first = new HBox(8, ours, difference);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox lines = new VBox(first, paper, here);
        lines.setAlignment(Pos.CENTER_LEFT);
        setGraphic(lines);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Entry entry) {
        ours.setText(entry.ours().map(Result::format).orElse("–"));
        // Without a published number the large one is from here.
        boolean hereIsLarge = entry.published().isEmpty() && entry.here().isPresent();
        difference.setText(entry.differenceText());
        paper.setText(
                entry.inPaper()
                        ? "paper " + entry.cell().measure().format(entry.cell().published())
                        : "not in the paper");
        here.setText(hereIsLarge ? "run here" + entry.hereText().replaceFirst("^[^,]*", "") : entry.hereText());
        setAccessibleText(entry.describe());
    }
}
