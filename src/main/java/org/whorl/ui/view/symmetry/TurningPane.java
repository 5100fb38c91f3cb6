package org.whorl.ui.view.symmetry;

import java.util.Optional;
import javafx.scene.layout.VBox;

import org.whorl.group.FiniteGroup;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.view.TrialNotice;

/** The input that is turned, and what becomes of its codes, in the group that the dial tries where it tries one. */
final class TurningPane extends VBox {
    private final LabState lab;
    private final InputModel codes;
    private final TrialNotice trial;
    private final TurnControls controls;
    private final CodePair pair;

    /**
     * A pane that shows nothing yet.
     *
     * @param train trains a network as the dial is set
     */
    TurningPane(LabState lab, InputModel codes, SymmetryModel model, Runnable train) {
        super(12);
        this.lab = lab;
        this.codes = codes;
        trial = new TrialNotice(lab, train);
        controls = new TurnControls(codes, model.oneOrbitProperty());
        pair = new CodePair(lab);
        getChildren().addAll(trial, controls, pair);
    }

    /**
     * Shows the latest codes.
     *
     * @param width pixels there are
     * @return the group whose rotations are looked at
     */
    FiniteGroup show(SymmetryModel model, boolean dark, double width) {
        NetworkSpec own = lab.getShown().spec();
        Optional<Codes> traced = codes.codesProperty().get();
        Optional<Codes> looked = traced.map(Codes::asTried);
        trial.showMaps(traced.flatMap(Codes::tried).map(t -> t.shown().spec()), own);
        Copies copies =
                Copies.of(looked.map(Codes::shown).orElseGet(lab::getShown).parameters(), 0);
        controls.show(copies, dark);
        boolean square = own.geometry().codeHeight() == own.geometry().codeWidth();
        pair.setVisible(looked.isPresent() && square);
        if (pair.isVisible()) {
            Codes now = looked.get();
            int layer =
                    Math.min(model.layerProperty().get(), now.trace().layers().size() - 1);
            pair.show(now, TurnedCode.of(now, layer), model.oneOrbitProperty().get(), dark, width);
        }
        return copies.group();
    }

    /** The comparison as files; empty before there is one. */
    Optional<ExportMenu.Content> export() {
        return pair.export();
    }
}
