package org.whorl.ui.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.whorl.group.FiniteGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.control.QuietFocus;
import org.whorl.ui.model.LabState;

/** Says, while the dial tries another group on the network, that what is seen is a preview, and offers to train it; takes no room otherwise. */
public final class TrialNotice extends HBox {
    private final Label words = new Label();
    private final Button train = new Button("Train this");
    private final Button back = new Button();

    /**
     * A notice that says nothing.
     *
     * @param lab what it takes back the trial from
     * @param training trains a network as the dial is set
     */
    public TrialNotice(LabState lab, Runnable training) {
        super(12);
        getStyleClass().add("trial-notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        train.setId("trial-train");
        train.setMinWidth(USE_PREF_SIZE);
        train.setTooltip(new Tooltip("Begin a new run with the dial’s group and the settings on the left"));
        train.setOnAction(e -> training.run());
        back.getStyleClass().add("link-button");
        back.setId("trial-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(e -> lab.tryNone());
        HBox buttons = new HBox(10, train, back);
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, buttons);
        show(Optional.empty(), null, "");
    }

    /** Says whose filters the dial tries in which group, where it tries any. */
    public void show(LabState lab) {
        NetworkSpec own = lab.getShown() == null ? null : lab.getShown().spec();
        show(lab.triedParameters().map(Parameters::spec), own, "");
    }

    /** Says what is tried on the maps. */
    public void showMaps(Optional<NetworkSpec> tried, NetworkSpec own) {
        show(tried, own, "The maps follow the dial. ");
    }

    private void show(Optional<NetworkSpec> tried, NetworkSpec own, String first) {
        if (tried.isEmpty()) {
            QuietFocus.leave(this);
        }
        setVisible(tried.isPresent());
        setManaged(tried.isPresent());
        words.setText("");
        tried.ifPresent(spec -> {
            int bases = spec.baseFilters();
            words.setText("Preview. " + first + name(spec.group()) + " from "
                    + (bases == own.baseFilters() ? "the " + bases : "the first " + bases + " of " + own.baseFilters())
                    + " base filters of " + name(own.group()) + ", which were not learned for it."
                    + (first.isEmpty() ? "" : " Class scores stay those of " + name(own.group()) + "."));
            back.setText("Show " + name(own.group()) + " again");
        });
    }

    private static String name(FiniteGroup group) {
        return group.order() == 1 ? "the baseline" : group.symbol();
    }
}
