package org.whorl.ui.model.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

import org.whorl.setting.Catalogue;
import org.whorl.setting.Configuration;
import org.whorl.setting.Setting;
import org.whorl.setting.Values;

/**
 * A field for every setting of a catalogue.
 *
 * @param <S> what the settings are of
 */
public abstract class SettingsForm<S extends Configuration<S>> extends Form<S> {
    private final Catalogue<S> catalogue;
    private final Map<Setting<S, ?>, SettingField<?>> fields = new LinkedHashMap<>();

    /**
     * @param leading settings whose changes bring others' with them, so that the form follows them itself
     */
    SettingsForm(Catalogue<S> catalogue, Set<Setting<S, ?>> leading) {
        this.catalogue = catalogue;
        for (Setting<S, ?> setting : catalogue.settings()) {
            SettingField<?> field = SettingField.of(setting);
            fields.put(setting, field);
            if (!leading.contains(setting)) {
                watch(field.properties());
            }
        }
    }

    /** What the fields are of. */
    public final Catalogue<S> catalogue() {
        return catalogue;
    }

    @Override
    S build() {
        return catalogue.make(values());
    }

    /** The value of each field, before they are checked together. */
    Values<S> values() {
        Values<S> values = catalogue.usual();
        for (Setting<S, ?> setting : catalogue.settings()) {
            values = read(setting, values);
        }
        return values;
    }

    private <T> Values<S> read(Setting<S, T> setting, Values<S> values) {
        return values.with(setting, field(setting).read());
    }

    @Override
    void show(S from) {
        catalogue.settings().forEach(setting -> show(setting, from));
    }

    /** Fills one field. */
    final <T> void show(Setting<S, T> setting, S from) {
        field(setting).show(from.get(setting));
    }

    @SuppressWarnings("unchecked")
    private <T> SettingField<T> field(Setting<S, T> setting) {
        return (SettingField<T>) fields.get(setting);
    }

    /** What was typed for a setting that {@linkplain Setting#isTyped people type}. */
    public final StringProperty text(Setting<S, ?> setting) {
        return ((SettingField.Typed<?>) field(setting)).text;
    }

    /** What was chosen for a setting. */
    public final <T> ObjectProperty<T> choice(Setting<S, T> setting) {
        return ((SettingField.Chosen<T>) field(setting)).value;
    }

    /** Whether a word is one of those that were chosen for a setting. */
    public final BooleanProperty word(Setting<S, ? extends Set<?>> setting, String word) {
        return ((SettingField.Switches<?>) field(setting)).words.get(word);
    }
}
