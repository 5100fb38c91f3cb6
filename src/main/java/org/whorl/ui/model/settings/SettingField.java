package org.whorl.ui.model.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.whorl.setting.Setting;

/** What a form holds for a setting: what was typed, what was chosen, or which of a set's words are chosen. */
abstract sealed class SettingField<T> {
    static <T> SettingField<T> of(Setting<?, T> setting) {
        if (setting.kind().several()) {
            return new Switches<>(setting);
        }
        return setting.isTyped() ? new Typed<>(setting) : new Chosen<>();
    }

    /** Reads the value, or refuses what was typed by the setting's name. */
    abstract T read();

    abstract void show(T value);

    abstract Observable[] properties();

    /** A text. */
    static final class Typed<T> extends SettingField<T> {
        final StringProperty text = new SimpleStringProperty("");
        private final Setting<?, T> setting;

        private Typed(Setting<?, T> setting) {
            this.setting = setting;
        }

        @Override
        T read() {
            return setting.parse(text.get().strip());
        }

        @Override
        void show(T value) {
            text.set(setting.kind().format().apply(value));
        }

        @Override
        Observable[] properties() {
            return new Observable[] {text};
        }
    }

    /** One of the values. */
    static final class Chosen<T> extends SettingField<T> {
        final ObjectProperty<T> value = new SimpleObjectProperty<>();

        private Chosen() {}

        @Override
        T read() {
            return value.get();
        }

        @Override
        void show(T shown) {
            value.set(shown);
        }

        @Override
        Observable[] properties() {
            return new Observable[] {value};
        }
    }

    /** Any of the words. */
    static final class Switches<T> extends SettingField<T> {
        final Map<String, BooleanProperty> words = new LinkedHashMap<>();
        private final Setting<?, T> setting;

        private Switches(Setting<?, T> setting) {
            this.setting = setting;
            setting.kind().words().forEach(word -> words.put(word, new SimpleBooleanProperty()));
        }

        @Override
        T read() {
            return setting.parse(words.keySet().stream()
                    .filter(word -> words.get(word).get())
                    .collect(Collectors.joining(",")));
        }

        @Override
        void show(T value) {
            List<String> chosen = List.of(setting.kind().format().apply(value).split(","));
            words.forEach((word, property) -> property.set(chosen.contains(word)));
        }

        @Override
        Observable[] properties() {
            return words.values().toArray(Observable[]::new);
        }
    }
}
