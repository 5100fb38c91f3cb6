package org.whorl.ui.view.paper;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A cell of the table: our number large, the paper's and the one from here below. Can be selected. */
final class NumberCell extends ToggleButton {
    private final Label ours = new Label();
    private final Label deviation = new Label();
    private final Label sigma = new Label();
    private final Label difference = new Label();
    private final Label paper = new Label();
    private final Label here = new Label();

    NumberCell() {
        getStyleClass().setAll("paper-cell");
        setMaxWidth(Double.MAX_VALUE);
        ours.getStyleClass().add("paper-number");
        difference.getStyleClass().add("paper-difference");
        for (Label quiet : new Label[] {deviation, sigma, paper, here}) {
            quiet.getStyleClass().add("muted");
        }
        for (Label whole : new Label[] {ours, difference}) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        HBox first = new HBox(6, ours, deviation);
        first.setAlignment(Pos.BASELINE_LEFT);
        HBox second = new HBox(6, paper, difference);
        second.setAlignment(Pos.BASELINE_LEFT);
        VBox lines = new VBox(first, second, sigma, here);
        lines.setAlignment(Pos.CENTER_LEFT);
        // A line of its own: beside the number it would be cut in a narrow window.
        sigma.managedProperty().bind(sigma.textProperty().isNotEmpty());
        setGraphic(lines);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Entry entry) {
        ours.setText(entry.ours()
                .map(result -> entry.cell().measure().format(result.mean()))
                .orElse("–"));
        deviation.setText(entry.ours().map(Entry::deviationText).orElse("").strip());
        sigma.setText(entry.ours().map(Entry::sigmaText).orElse(""));
        difference.setText(entry.differenceText());
        paper.setText(
                entry.inPaper()
                        ? "paper " + entry.cell().measure().format(entry.cell().published())
                        : "not in the paper");
        boolean hereIsLarge = entry.published().isEmpty() && entry.here().isPresent();
        here.setText(hereIsLarge ? entry.hereAloneText() : entry.hereText());
        setAccessibleText(entry.describe());
    }
}
