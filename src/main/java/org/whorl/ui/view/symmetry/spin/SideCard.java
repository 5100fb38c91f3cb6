package org.whorl.ui.view.symmetry.spin;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.control.SteadyLabel;

/** One network: which, what it says now, and its curve so far. */
final class SideCard extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double STEP = 5;

    private final SpinSide side;
    private final LabelledChoice<String> choice;
    private final Label head = new Label();
    private final Label verdict = new SteadyLabel();
    private final Label score = new Label();
    private final HBox which = new HBox(10);
    private final HBox said = new HBox(10);
    private final VBox more = new VBox();
    private final PolarPlot plot = new PolarPlot(STEP);

    SideCard(SpinModel model, SpinSide side, String place) {
        super(4);
        this.side = side;
        getStyleClass().addAll("card", "spin-side");
        choice = new LabelledChoice<>("", side.networkProperty(), name -> name);
        choice.box().getItems().setAll(side.name());
        choice.box().setAccessibleText("The network on the " + place);
        head.getStyleClass().add("muted");
        verdict.getStyleClass().add("spin-verdict");
        score.getStyleClass().add("muted");
        head.setMinWidth(0);
        score.setMinWidth(0);
        plot.degreesProperty().bindBidirectional(model.degreesProperty());
        plot.setOnTurned(() -> model.playingProperty().set(false));
        VBox.setVgrow(plot, Priority.ALWAYS);
        which.setAlignment(Pos.CENTER_LEFT);
        said.setAlignment(Pos.BASELINE_LEFT);
        setNarrow(false);
    }

    /** Where it is narrow, what else there is to say stands on lines of its own, in place of the curve's legend. */
    void setNarrow(boolean narrow) {
        which.getChildren().setAll(narrow ? List.of(choice) : List.of(choice, head));
        said.getChildren().setAll(narrow ? List.of(verdict) : List.of(verdict, score));
        more.getChildren().setAll(narrow ? List.of(head, score) : List.of());
        plot.setLegendVisible(!narrow);
        getChildren().setAll(narrow ? List.of(which, said, more, plot) : List.of(which, said, plot));
    }

    /** Offers networks. */
    void offer(List<String> networks) {
        String chosen = side.name();
        if (!networks.isEmpty() && !choice.box().getItems().equals(networks)) {
            choice.box().getItems().setAll(networks);
            side.networkProperty().set(chosen);
        }
    }

    void setPlotSize(double size) {
        plot.setPlotSize(size);
    }

    /** Shows what it has said so far. */
    void show(int degrees, boolean dark) {
        head.setText(side.model().isEmpty() ? "reading …" : side.head());
        verdict.setText(side.verdict(degrees));
        verdict.pseudoClassStateChanged(WRONG, side.isWrong(degrees));
        score.setText(side.score());
        plot.show(side.figure(), dark);
    }
}
