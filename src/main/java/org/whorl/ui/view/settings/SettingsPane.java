package org.whorl.ui.view.settings;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.setting.Configuration;
import org.whorl.setting.Row;
import org.whorl.setting.Setting;
import org.whorl.ui.model.settings.Form;
import org.whorl.ui.model.settings.SettingsForm;

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
        more.setOnAction(e -> unfold(rare.getParent() == null));
        HBox line = new HBox(head, gap, more);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /**
     * Puts the rows in place, once.
     *
     * @param common those before the common settings of the catalogue
     * @param rarer those before the rarer ones
     * @param last those after all
     */
    final <S extends Configuration<S>> void arrange(
            SettingsForm<S> form, List<SettingRow> common, List<SettingRow> rarer, List<SettingRow> last) {
        VBox rows = new VBox();
        rows.getStyleClass().add("setting-rows");
        add(rows, common, form);
        add(rare, rarer, form);
        for (Setting<S, ?> setting : form.catalogue().inRows()) {
            boolean isCommon = setting.rows().stream().anyMatch(Row::isCommon);
            add(isCommon ? rows : rare, SettingRow.of(form, setting), form);
        }
        add(rare, last, form);
        getChildren().add(rows);
        unfold(false);
    }

    private static void add(VBox to, List<SettingRow> rows, Form<?> form) {
        to.getChildren().addAll(rows);
        form.problemProperty().addListener((o, was, is) -> rows.forEach(row -> row.show(is)));
    }

    /** Those that are folded away are not under the scene: they are many, and would be styled and looked at in every frame. */
    final void unfold(boolean all) {
        getChildren().remove(rare);
        if (all) {
            getChildren().add(rare);
        }
        more.setText(all ? "fewer" : "more");
        more.setAccessibleText((all ? "fewer " : "more ") + "settings");
    }
}
