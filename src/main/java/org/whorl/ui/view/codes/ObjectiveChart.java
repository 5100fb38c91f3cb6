package org.whorl.ui.view.codes;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import org.whorl.figure.ObjectiveFigure;
import org.whorl.network.Trace;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;

/** The objective from layer to layer. A click goes to a layer, and so do the arrow keys. */
final class ObjectiveChart extends VBox {
    private static final double POINTS = 400;

    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private ObjectiveFigure figure;

    ObjectiveChart(LabState lab) {
        getStyleClass().add("small-chart");
        setMinWidth(0);
        canvas.setMinSize(0, USE_PREF_SIZE);
        canvas.setFocusTraversable(true);
        canvas.getStyleClass().add("small-chart");
        getChildren().add(canvas);
        Exportable.by(
                canvas, () -> Optional.ofNullable(figure).map(shown -> new ExportMenu.Content("objective", shown)));
        canvas.setOnMouseClicked(e -> {
            canvas.requestFocus();
            if (e.getButton() == MouseButton.PRIMARY && figure != null) {
                go(lab, figure.layerAt(e.getX() / canvas.scale(), canvas.figureWidth()));
            }
        });
        canvas.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                if (figure != null) {
                    go(lab, figure.current() + (e.getCode() == KeyCode.LEFT ? -1 : 1));
                }
                e.consume();
            }
        });
    }

    /** Shows all layers, one of them in bold. */
    void show(Trace trace, int layer, boolean dark) {
        figure = new ObjectiveFigure(trace.layers(), layer);
        canvas.show(figure, dark);
    }

    /** What is drawn; null before anything. */
    ObjectiveFigure figure() {
        return figure;
    }

    /** Selects the same filter in another layer. */
    private void go(LabState lab, int layer) {
        FilterSelection s = lab.selectionProperty().get();
        int within = Math.max(0, Math.min(figure.layers().size() - 1, layer));
        lab.selectionProperty().set(new FilterSelection(within, s.base(), s.rotation()));
    }
}
