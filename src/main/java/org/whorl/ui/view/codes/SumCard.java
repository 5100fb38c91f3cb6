package org.whorl.ui.view.codes;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;

/** The sum behind one element of a code: patch and filter as pictures, and the formula with its numbers. */
final class SumCard extends HBox {
    private static final int PICTURE = 72;

    private final Label title = new Label();
    private final Label correlation = new Label();
    private final Label preThreshold = new Label();
    private final Label result = new Label();
    private final TileGrid patch = new TileGrid();
    private final TileGrid filter = new TileGrid();

    SumCard() {
        getStyleClass().addAll("card", "sum-card");
        title.getStyleClass().add("card-title");
        result.getStyleClass().add("strong");
        patch.setFocusTraversable(false);
        filter.setFocusTraversable(false);
        VBox formula = new VBox(4, title, correlation, preThreshold, result);
        formula.setMinWidth(0);
        HBox.setHgrow(formula, Priority.ALWAYS);
        // Whoever reads a formula wants its end most of all.
        for (Label line : List.of(title, correlation, preThreshold, result)) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(captioned(patch, "patch"), new Label("·"), captioned(filter, "filter"), formula);
        setVisible(false);
        setManaged(false);
    }

    private static Node captioned(TileGrid grid, String caption) {
        Label label = new Label(caption);
        label.getStyleClass().add("muted");
        VBox box = new VBox(2, grid, label);
        box.getStyleClass().add("captioned");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    /**
     * Shows a sum.
     *
     * @param where which element, for people
     */
    void show(String where, ElementSum sum, boolean dark) {
        setVisible(true);
        setManaged(true);
        title.setText(where);
        correlation.setText(sum.correlationText());
        preThreshold.setText(sum.preThresholdText());
        result.setText(sum.resultText());
        show(patch, sum.patch(), dark);
        show(filter, sum.filter(), dark);
        setAccessibleText(where + ". " + sum.words());
    }

    private static void show(TileGrid grid, Tiles tiles, boolean dark) {
        int side = Math.max(1, PICTURE / Math.max(tiles.width(), tiles.height()));
        int width = side * tiles.width();
        int height = side * tiles.height();
        grid.show(
                TileContent.single(tiles, Scaling.BANK.limits(tiles)[0], new Coloring(Palette.BLUE_ORANGE, dark, true)),
                new TileGeometry(1, 1, width, height, width, height));
    }
}
