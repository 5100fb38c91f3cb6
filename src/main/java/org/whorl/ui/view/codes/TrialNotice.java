package org.whorl.ui.view.codes;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.whorl.group.FiniteGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;

/** Says, while the dial tries another group on the network, what the maps are then; takes no room otherwise. */
final class TrialNotice extends HBox {
    private final Label words = new Label();
    private final Button back = new Button();

    TrialNotice(LabState lab) {
        super(12);
        getStyleClass().add("trial-notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        back.getStyleClass().add("link-button");
        back.setId("trial-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(e -> lab.tryNone());
        getChildren().addAll(words, back);
        show(Optional.empty(), null);
    }

    /** Says what is tried. */
    void show(Codes codes) {
        show(codes.tried().map(t -> t.shown().spec()), codes.shown().spec());
    }

    private void show(Optional<NetworkSpec> tried, NetworkSpec own) {
        setVisible(tried.isPresent());
        setManaged(tried.isPresent());
        words.setText("");
        tried.ifPresent(spec -> {
            int bases = spec.baseFilters();
            words.setText("The maps follow the dial: " + name(spec.group()) + " from "
                    + (bases == own.baseFilters() ? "the " + bases : "the first " + bases + " of " + own.baseFilters())
                    + " base filters of " + name(own.group())
                    + ", which were not learned for it. Class scores stay those of " + name(own.group()) + ".");
            back.setText("Show " + name(own.group()) + " again");
        });
    }

    private static String name(FiniteGroup group) {
        return group.order() == 1 ? "the baseline" : "C" + group.order();
    }
}
