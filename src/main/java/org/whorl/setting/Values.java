package org.whorl.setting;

import java.util.Arrays;

/**
 * A value for every setting of a catalogue, immutable and not yet checked.
 *
 * @param <S> what the settings are of
 */
public final class Values<S> {
    private final Object[] values;

    Values(int count) {
        this(new Object[count]);
    }

    private Values(Object[] values) {
        this.values = values;
    }

    /** The value; {@code null} only while the usual values are being found, where a setting is declared later. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<S, T> setting) {
        return (T) values[setting.index()];
    }

    /** The same with another value. */
    public <T> Values<S> with(Setting<S, T> setting, T value) {
        Object[] next = values.clone();
        next[setting.index()] = setting.kind().freeze().apply(value);
        return new Values<>(next);
    }

    /** The same with a setting's usual value, given the others. */
    public Values<S> reset(Setting<S, ?> setting) {
        return setting.reset(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values<?> that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
