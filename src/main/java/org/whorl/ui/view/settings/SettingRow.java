package org.whorl.ui.view.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
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
import org.whorl.setting.Configuration;
import org.whorl.setting.Kind;
import org.whorl.setting.Row;
import org.whorl.setting.Setting;
import org.whorl.ui.control.ItemText;
import org.whorl.ui.model.settings.Form;
import org.whorl.ui.model.settings.Problem;
import org.whorl.ui.model.settings.SettingsForm;

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

    /** The rows of a setting. */
    static <S extends Configuration<S>, T> List<SettingRow> of(SettingsForm<S> form, Setting<S, T> setting) {
        return setting.rows().stream()
                .map(row -> new SettingRow(row.label(), row.name(), control(form, setting, row), row.help()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <S extends Configuration<S>, T> Region control(
            SettingsForm<S> form, Setting<S, T> setting, Row<S, T> row) {
        if (setting.kind().several()) {
            return toggle(form.word((Setting<S, Set<?>>) setting, row.name()));
        }
        if (setting.isTyped()) {
            boolean doubles = row.isDoubling() || setting.kind() == Kind.NUMBER;
            NumberField field =
                    doubles ? NumberField.doubling(form.text(setting)) : NumberField.counting(form.text(setting));
            field.settling(form::settle);
            return row.note().<Region>map(note -> noted(field, form, note)).orElse(field);
        }
        if (setting.kind() == Kind.FLAG) {
            ObjectProperty<Boolean> value = form.choice((Setting<S, Boolean>) setting);
            return row.isInverted() ? toggleOff(value) : toggle(value);
        }
        return box(setting.offered(row), form.choice(setting), value -> setting.words(row, value));
    }

    private static <S> NotedField noted(NumberField field, Form<S> form, Function<S, String> note) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(() -> note.apply(form.getValue()), form.valueProperty()));
        return new NotedField(field, label);
    }

    /** A choice of some values. */
    static <E> ComboBox<E> box(List<E> offered, Property<E> value, Function<E, String> words) {
        ComboBox<E> box = new PrefixSelectionComboBox<>();
        box.getItems().setAll(offered);
        ItemText.show(box, words, "");
        box.getStyleClass().add("small-combo");
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private static ToggleSwitch toggle(Property<Boolean> value) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(value);
        return toggle;
    }

    private static ToggleSwitch toggleOff(Property<Boolean> value) {
        BooleanProperty off = new SimpleBooleanProperty(!value.getValue());
        value.addListener((o, was, is) -> off.set(!is));
        ToggleSwitch toggle = toggle(off);
        toggle.selectedProperty().addListener((o, was, is) -> value.setValue(!is));
        return toggle;
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
