package org.whorl.ui.view.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PrefixSelectionComboBox;
import org.controlsfx.control.ToggleSwitch;
import org.whorl.ui.control.ItemText;
import org.whorl.ui.model.settings.Problem;

/** A setting: its name, its control, and under them what is wrong with it. */
final class SettingRow extends VBox {
    private final String field;
    private final Node control;
    private final Label wrong = new Label();

    /**
     * @param name for people
     * @param field the name that checks use
     * @param help a sentence for the tooltip
     */
    SettingRow(String name, String field, Region control, String help) {
        this.field = field;
        this.control = control instanceof NotedField noted ? noted.field() : control;
        getStyleClass().add("setting-row");
        Label label = new Label(name);
        label.setLabelFor(this.control);
        label.setTooltip(new Tooltip(help));
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(Region.USE_PREF_SIZE);
        this.control.setId("setting-" + field);
        this.control.setAccessibleText(name);
        this.control.setAccessibleHelp(help);
        HBox line = new HBox(label, control);
        line.getStyleClass().add("setting");
        wrong.getStyleClass().add("problem");
        wrong.setWrapText(true);
        getChildren().add(line);
    }

    /** A choice of an enum's constants. */
    static <E extends Enum<E>> SettingRow choice(
            String name, String field, ObjectProperty<E> value, Class<E> type, Function<E, String> words, String help) {
        return choice(name, field, value, Arrays.asList(type.getEnumConstants()), words, help);
    }

    /** A choice of some of an enum's constants. */
    static <E extends Enum<E>> SettingRow choice(
            String name,
            String field,
            ObjectProperty<E> value,
            List<E> offered,
            Function<E, String> words,
            String help) {
        ComboBox<E> box = new PrefixSelectionComboBox<>();
        box.getItems().setAll(offered);
        ItemText.show(box, words, "");
        box.getStyleClass().add("small-combo");
        box.valueProperty().bindBidirectional(value);
        return new SettingRow(name, field, box, help);
    }

    /** A switch. */
    static SettingRow toggle(String name, String field, BooleanProperty value, String help) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(value);
        return new SettingRow(name, field, toggle, help);
    }

    /** Shows what is wrong, where it is wrong with this setting. */
    void show(Optional<Problem> problem) {
        boolean mine = problem.isPresent() && problem.get().field().equals(field);
        if (control instanceof NumberField number) {
            number.setWrong(mine);
        }
        getChildren().remove(wrong);
        if (mine) {
            wrong.setText(problem.get().message());
            getChildren().add(wrong);
        }
    }
}
