package org.whorl.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A setting on the command line.
 *
 * @param name without its dashes
 * @param label what stands for the value in the help text; empty for a flag, which takes none
 * @param help a sentence; <code>{words}</code> stands for what may be typed
 * @param type as which it is typed: a primitive, or {@code String} where {@code read} reads it
 * @param usual what the help text calls the default, where it is not simply the usual value; empty where it says none
 * @param read values as they were, and what was typed, to values; refuses by “expected …, found …”
 * @param write what must be typed for the values; empty where nothing need be
 * @param always whether a command that repeats a run says it even where it is usual
 * @param insteadOf the option that says the same in another way, so that only one of them can be given
 */
public record Option<S>(
        String name,
        String label,
        String help,
        Class<?> type,
        Optional<String> usual,
        BiFunction<Values<S>, String, Values<S>> read,
        Function<Values<S>, String> write,
        boolean always,
        Optional<String> insteadOf) {
    /** Whether it takes no value. */
    public boolean isFlag() {
        return label.isEmpty();
    }
}
