package org.whorl.setting;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An immutable, checked value for every setting of a catalogue.
 *
 * @param <S> the class itself
 */
public abstract class Configuration<S extends Configuration<S>> {
    private final Values<S> values;

    protected Configuration(Values<S> values) {
        this.values = values;
    }

    /** What it has values for. */
    protected abstract Catalogue<S> catalogue();

    /** All values. */
    public final Values<S> values() {
        return values;
    }

    /** The value of a setting; for setting up, not for inner loops. */
    public final <T> T get(Setting<S, T> setting) {
        return values.get(setting);
    }

    /**
     * The same with another value.
     *
     * @throws IllegalArgumentException naming the setting, what was expected and what was found
     */
    public final <T> S with(Setting<S, T> setting, T value) {
        return catalogue().make(values.with(setting, value));
    }

    /** The same with changes that are checked only when all are made. */
    public final S with(UnaryOperator<Values<S>> changes) {
        return catalogue().make(changes.apply(values));
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((Configuration<?>) other).values.equals(values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    @Override
    public final String toString() {
        return catalogue().settings().stream()
                .map(setting -> setting.key() + "=" + values.get(setting))
                .collect(Collectors.joining(", ", getClass().getSimpleName() + "[", "]"));
    }
}
