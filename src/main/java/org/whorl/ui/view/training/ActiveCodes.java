package org.whorl.ui.view.training;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.whorl.ui.control.ShareBar;

/** The share of non-zeros in each layer's code. */
final class ActiveCodes extends GridPane {
    ActiveCodes() {
        setHgap(12);
        setVgap(5);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints(52, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        numbers.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(new ColumnConstraints(56, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE), grow, numbers);
    }

    /** Says why there are no shares. */
    void complain(String why) {
        Label none = new Label(why);
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        getChildren().clear();
        add(none, 0, 0, 3, 1);
        setAccessibleText(why);
    }

    /** Shows shares from 0 to 1, one a layer; says so where there are none. */
    void show(List<Double> shares) {
        if (shares.isEmpty()) {
            complain("There are no images of this network’s kind to measure on.");
            return;
        }
        if (getChildren().size() != 3 * shares.size()) {
            getChildren().clear();
            for (int l = 0; l < shares.size(); l++) {
                Label name = new Label("layer " + (l + 1));
                name.getStyleClass().add("muted");
                Label percent = new Label();
                // Larger type in a presentation needs more room.
                name.setMinWidth(USE_PREF_SIZE);
                percent.setMinWidth(USE_PREF_SIZE);
                addRow(l, name, new ShareBar("level"), percent);
            }
        }
        StringBuilder words = new StringBuilder("Active codes:");
        for (int l = 0; l < shares.size(); l++) {
            double share = shares.get(l);
            String percent = Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
            ((ShareBar) getChildren().get(3 * l + 1)).setShare(Double.isNaN(share) ? 0 : share);
            ((Label) getChildren().get(3 * l + 2)).setText(percent);
            words.append(" layer ").append(l + 1).append(' ').append(percent);
        }
        setAccessibleText(words.toString());
    }
}
