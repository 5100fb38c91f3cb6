package org.whorl.ui.view.symmetry;

import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Presence;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.view.symmetry.spin.SpinView;

/** Symmetry: one network measured by angle, or two side by side with a digit that spins. */
public final class SymmetryPages extends VBox {
    private final SymmetryView one;
    private final SpinView two;
    private final ToggleButton measured = new ToggleButton("One network, measured");
    private final ToggleButton beside = new ToggleButton("Plain or invariant?");

    /**
     * Both, with the one network in front.
     *
     * @param codes the input that is turned, shared with the Codes view
     * @param sets offers images where there are none
     * @param seed of the untrained network that a trained one is compared with
     * @param training whether a run is under way, so that the network changes all the time
     * @param train trains a network as the dial is set
     */
    public SymmetryPages(
            LabState lab,
            InputModel codes,
            SetsModel sets,
            LongSupplier seed,
            ObservableBooleanValue training,
            Runnable train) {
        one = new SymmetryView(lab, codes, sets, seed, training, train);
        two = new SpinView(lab);
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        getStyleClass().add("symmetry-pages");
        measured.setId("one-network");
        measured.setTooltip(new Tooltip("How far the network that is shown is from symmetric, at every angle"));
        beside.setId("side-by-side");
        beside.setTooltip(new Tooltip("One digit that spins, and what a plain and an invariant head say of it"));
        measured.getStyleClass().add("left-pill");
        beside.getStyleClass().add("right-pill");
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton button : List.of(measured, beside)) {
            button.setToggleGroup(group);
            button.setOnAction(e -> showSideBySide(button == beside));
        }
        HBox pages = new HBox(measured, beside);
        pages.getStyleClass().add("page-choice");
        StackPane page = new StackPane(one, two);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().addAll(pages, page);
        showSideBySide(false);
    }

    /** Shows two networks side by side, or one. */
    public void showSideBySide(boolean wanted) {
        (wanted ? beside : measured).setSelected(true);
        Presence.show(two, wanted);
        Presence.show(one, !wanted);
    }

    /** Lets the digit between two networks spin, unless the desktop asks for less motion, or sets it upright and holds it. */
    public void spin(boolean wanted) {
        two.hold(!wanted);
    }

    /** Puts a digit of this class between the two networks that the page began with. */
    public void spinDigit(int label) {
        two.setDigit(label);
    }

    /** Compares the codes of a layer, from 0; of the last where there are not so many. */
    public void compare(int layer) {
        one.compare(layer);
    }
}
