package org.whorl.ui.view.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.ui.model.settings.Form;
import org.whorl.ui.model.settings.Problem;

/** Rows of settings under a head; the rarer ones are folded away until asked for. */
abstract class SettingsPane extends VBox {
    private final VBox rare = new VBox();
    private final Button more = new Button();

    SettingsPane(String title) {
        getStyleClass().add("section");
        Label head = new Label(title.toUpperCase(Locale.ROOT));
        head.getStyleClass().add("section-head");
        head.setAccessibleText(title);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        more.getStyleClass().add("link-button");
        more.setOnAction(e -> unfold(!rare.isVisible()));
        HBox line = new HBox(head, gap, more);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /** Puts the rows in place, once. */
    final <T> void arrange(Form<T> form, List<SettingRow> common, List<SettingRow> rarer) {
        VBox rows = new VBox();
        rows.getChildren().addAll(common);
        rare.getChildren().addAll(rarer);
        rows.getStyleClass().add("setting-rows");
        getChildren().addAll(rows, rare);
        unfold(false);
        ObservableValue<Optional<Problem>> problem = form.problemProperty();
        problem.addListener((o, old, now) -> {
            common.forEach(r -> r.show(now));
            rarer.forEach(r -> r.show(now));
        });
    }

    final void unfold(boolean all) {
        rare.setVisible(all);
        rare.setManaged(all);
        more.setText(all ? "fewer" : "more");
        more.setAccessibleText((all ? "fewer " : "more ") + "settings");
    }
}
