package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.Computation;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;

/** The sum behind one element of a code: patch and filter as pictures, the formula with its numbers, and, on request, how it comes about. */
final class SumCard extends VBox {
    private static final int PICTURE = 72;

    private final Label title = new Label();
    private final Label correlation = new Label();
    private final Label preThreshold = new Label();
    private final Label result = new Label();
    private final SumStage stage;
    private final Runnable onWatched;
    private final TileGrid patch = new TileGrid();
    private final TileGrid filter = new TileGrid();

    /**
     * A card that shows nothing yet.
     *
     * @param still whether the desktop asks for less motion
     * @param onWatched told when it has grown, to be brought into sight
     */
    SumCard(ObservableBooleanValue still, Runnable onWatched) {
        super(8);
        this.onWatched = onWatched;
        getStyleClass().addAll("card", "sum-card");
        stage = new SumStage(still, () -> watch(false));
        stage.managedProperty().bind(stage.visibleProperty());
        stage.setVisible(false);
        Button watch = new Button("▶ Watch it");
        watch.setId("watch-sum");
        watch.setMinWidth(USE_PREF_SIZE);
        watch.setTooltip(new Tooltip("See how this value comes about, step by step"));
        watch.setOnAction(e -> watch(true));
        watch.visibleProperty().bind(stage.visibleProperty().not());
        watch.managedProperty().bind(watch.visibleProperty());
        title.getStyleClass().add("card-title");
        result.getStyleClass().add("strong");
        patch.setFocusTraversable(false);
        filter.setFocusTraversable(false);
        VBox formula = new VBox(4, correlation, preThreshold, result, watch);
        formula.setMinWidth(0);
        HBox.setHgrow(formula, Priority.ALWAYS);
        // Whoever reads a formula wants its end most of all.
        for (Label line : List.of(title, correlation, preThreshold, result)) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        HBox line = new HBox(captioned(patch, "patch"), new Label("·"), captioned(filter, "filter"), formula);
        line.getStyleClass().add("sum-line");
        // What moves says all of that itself, and has to fit into a small window.
        line.visibleProperty().bind(stage.visibleProperty().not());
        line.managedProperty().bind(line.visibleProperty());
        getChildren().addAll(title, line, stage);
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

    /** Shows how the value comes about, from the beginning; or only its formula. */
    void watch(boolean wanted) {
        stage.film().rewind();
        stage.setVisible(wanted);
        onWatched.run();
    }

    /**
     * Shows a sum.
     *
     * @param where which element, for people
     * @param computation the same as something that can be seen to happen
     * @param about what an exported picture says of itself
     */
    void show(String where, ElementSum sum, Computation computation, Map<String, String> about, boolean dark) {
        if (!where.equals(title.getText())) {
            stage.film().rewind();
        }
        stage.show(sum, computation, about, dark);
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
