package org.whorl.setting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting in the window: its name for people, what it is in a sentence, and how its control behaves. Does not change once the setting is
 * declared.
 *
 * @param <S> what it is a setting of
 * @param <T> the setting's value
 */
public final class Row<S, T> {
    private final String name;
    private final String label;
    private final String help;
    boolean common;
    boolean typed;
    boolean doubling;
    boolean inverted;
    String after;
    List<T> offered;
    Function<T, String> words = value -> null;
    Function<S, String> note;

    Row(String name, String label, String help) {
        this.name = name;
        this.label = label;
        this.help = help;
    }

    /** The setting's name in refusals; where the setting is a set of words, the word that this row is about. */
    public String name() {
        return name;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** A sentence. */
    public String help() {
        return help;
    }

    /** Whether it is always in sight, and not only where all settings are asked for. */
    public boolean isCommon() {
        return common;
    }

    /** Whether it is a size, which grows and falls by a factor of two, and not by one. */
    public boolean isDoubling() {
        return doubling;
    }

    /** Whether the switch is on where the value is false. */
    public boolean isInverted() {
        return inverted;
    }

    /** What stands beside the control, given all settings. */
    public Optional<Function<S, String>> note() {
        return Optional.ofNullable(note);
    }
}
