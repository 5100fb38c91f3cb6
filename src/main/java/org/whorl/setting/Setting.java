package org.whorl.setting;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * One thing that can be set: all that files, the command line and the window have to know of it.
 *
 * @param <S> what it is a setting of
 * @param <T> its value
 */
public final class Setting<S, T> {
    private final int index;
    private final String key;
    private final Kind<T> kind;
    private final Function<Values<S>, T> usual;
    private final BiPredicate<T, Values<S>> check;
    private final String expected;
    private final boolean required;
    private final List<Option<S>> options;
    private final List<Row<S, T>> rows;
    private final Optional<T> older;
    private final Function<S, Map<String, Object>> about;

    Setting(int index, Declaration<S, T> of) {
        this.index = index;
        key = of.key;
        kind = of.kind;
        usual = of.usual;
        check = of.check;
        expected = of.expected;
        required = of.required;
        options = List.copyOf(of.options);
        rows = List.copyOf(of.rows);
        older = Optional.ofNullable(of.older);
        about = of.about;
    }

    int index() {
        return index;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** Its name in refusals: its option's, where it has one. */
    public String name() {
        return options.isEmpty() ? key : options.get(0).name();
    }

    public Kind<T> kind() {
        return kind;
    }

    /** Its options on the command line: none, one, or several that say parts of it. */
    public List<Option<S>> options() {
        return options;
    }

    /** Its rows in the window: none, one, or where it is a set of words one for each. */
    public List<Row<S, T>> rows() {
        return rows;
    }

    /** Whether people type it, as they do numbers; otherwise they choose it. */
    public boolean isTyped() {
        boolean number = kind.text().isPrimitive() && kind.text() != boolean.class;
        return number || rows.stream().anyMatch(row -> row.typed);
    }

    /** What a row offers to choose from. */
    public List<T> offered(Row<S, T> row) {
        return row.offered != null
                ? row.offered
                : kind.words().stream().map(kind.parse()).toList();
    }

    /** A value in a row's words. */
    public String words(Row<S, T> row, T value) {
        String words = row.words.apply(value);
        return words == null ? kind.format().apply(value) : words;
    }

    /** Reads what was typed; a refusal names the setting. */
    public T parse(String typed) {
        try {
            return kind.parse().apply(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name() + ": " + e.getMessage(), e);
        }
    }

    /** The value that it has where nothing is said, which may depend on the others'. */
    public T usual(Values<S> others) {
        return usual.apply(others);
    }

    /** Whether a file that does not say it is refused, as it is for settings that were there from the beginning. */
    public boolean isRequired() {
        return required;
    }

    /** What is said of it to people and programs that ask what a network is, in words of the command line. */
    public Map<String, Object> about(S of) {
        return about.apply(of);
    }

    Type type() {
        return kind.json();
    }

    /** Gives it its usual value. */
    Values<S> reset(Values<S> values) {
        return values.with(this, usual.apply(values));
    }

    /** Gives it the value that a file which does not say it means. */
    Values<S> unsaid(Values<S> values) {
        return values.with(this, older.orElseGet(() -> usual.apply(values)));
    }

    void check(Values<S> values) {
        T value = values.get(this);
        if (value == null) {
            throw new IllegalArgumentException(name() + ": expected a value, found null");
        }
        if (!check.test(value, values)) {
            throw new IllegalArgumentException(name() + ": expected " + expected + ", found " + value);
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
