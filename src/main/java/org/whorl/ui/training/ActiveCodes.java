package org.whorl.ui.training;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.whorl.ui.part.ShareBar;

/** The share of non-zeros in each layer's code. */
final class ActiveCodes extends GridPane {
    ActiveCodes() {
        setHgap(12);
        setVgap(5);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(new ColumnConstraints(), grow, numbers);
    }

    /** Shows shares from 0 to 1, one a layer. */
    void show(List<Double> shares) {
        if (getRowCount() != shares.size()) {
            getChildren().clear();
            for (int l = 0; l < shares.size(); l++) {
                Label name = new Label("layer " + (l + 1));
                name.getStyleClass().add("muted");
                Label percent = new Label();
                // Letters are larger in a presentation.
                name.setMinWidth(USE_PREF_SIZE);
                percent.setMinWidth(USE_PREF_SIZE);
                addRow(l, name, new ShareBar("level"), percent);
            }
        }
        StringBuilder words = new StringBuilder("Active codes:");
        for (int l = 0; l < shares.size(); l++) {
            String percent = String.format(Locale.ROOT, "%.1f %%", 100 * shares.get(l));
            ((ShareBar) getChildren().get(3 * l + 1)).setShare(shares.get(l));
            ((Label) getChildren().get(3 * l + 2)).setText(percent);
            words.append(" layer ").append(l + 1).append(' ').append(percent);
        }
        setAccessibleText(words.toString());
    }
}
