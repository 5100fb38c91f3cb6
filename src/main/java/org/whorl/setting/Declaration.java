package org.whorl.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A setting while it is being declared. */
public final class Declaration<S, T> {
    private final Catalogue<S> catalogue;
    final String key;
    final Kind<T> kind;
    final Function<Values<S>, T> usual;
    BiPredicate<T, Values<S>> check = (value, others) -> true;
    String expected = "";
    boolean required;
    final List<Option<S>> options = new ArrayList<>();
    final List<Row<S, T>> rows = new ArrayList<>();
    T older;
    Function<S, Map<String, Object>> about = of -> Map.of();
    private Setting<S, T> declared;

    Declaration(Catalogue<S> catalogue, String key, Kind<T> kind, Function<Values<S>, T> usual) {
        this.catalogue = catalogue;
        this.key = key;
        this.kind = kind;
        this.usual = usual;
    }

    /** What it must be, whatever the others are; the wording of a refusal. */
    public Declaration<S, T> check(Predicate<T> holds, String wording) {
        return check((value, others) -> holds.test(value), wording);
    }

    /** What it must be, given the others. */
    public Declaration<S, T> check(BiPredicate<T, Values<S>> holds, String wording) {
        check = holds;
        expected = wording;
        return this;
    }

    /** A file must say it. Not for settings that older files do not know. */
    public Declaration<S, T> required() {
        required = true;
        return this;
    }

    /** What a file that does not say it means, where that is not the usual value. */
    public Declaration<S, T> inOlderFiles(T value) {
        older = value;
        return this;
    }

    /**
     * An option that reads and writes the value alone.
     *
     * @param label what stands for the value in the help text
     * @param help a sentence; <code>{words}</code> stands for what may be typed
     */
    public Declaration<S, T> option(String name, String label, String help) {
        options.add(new Option<>(
                name,
                label,
                help,
                kind.text(),
                Optional.empty(),
                (values, text) -> values.with(declared, kind.parse().apply(text)),
                values -> kind.format().apply(values.get(declared)),
                false,
                Optional.empty()));
        return about(name.replace('-', '_'));
    }

    /**
     * An option that reads and writes more than the value alone.
     *
     * @param type as which it is typed, see {@link Option#type}
     */
    public Declaration<S, T> option(
            String name,
            String label,
            String help,
            Class<?> type,
            BiFunction<Values<S>, String, Values<S>> read,
            Function<Values<S>, String> write) {
        options.add(new Option<>(name, label, help, type, Optional.empty(), read, write, false, Optional.empty()));
        return this;
    }

    /** A flag that sets a value. */
    public Declaration<S, T> flag(String name, T value, String help) {
        options.add(new Option<>(
                name,
                "",
                help,
                boolean.class,
                Optional.of(""),
                (values, text) -> values.with(declared, value),
                values -> values.get(declared).equals(value) ? "true" : "",
                false,
                Optional.empty()));
        return about(name);
    }

    /** What the help text calls the default of the last option, where it is not the usual value alone. */
    public Declaration<S, T> usually(String words) {
        return change(o -> new Option<>(
                o.name(),
                o.label(),
                o.help(),
                o.type(),
                Optional.of(words),
                o.read(),
                o.write(),
                o.always(),
                o.insteadOf()));
    }

    /** A command that repeats a run says the last option always. */
    public Declaration<S, T> always() {
        return change(o -> new Option<>(
                o.name(), o.label(), o.help(), o.type(), o.usual(), o.read(), o.write(), true, o.insteadOf()));
    }

    /** The last option is another way to say what this one says, with no default of its own; not both may be given. */
    public Declaration<S, T> insteadOf(String other) {
        return change(o -> new Option<>(
                o.name(),
                o.label(),
                o.help(),
                o.type(),
                Optional.of(""),
                o.read(),
                o.write(),
                false,
                Optional.of(other)));
    }

    private Declaration<S, T> change(UnaryOperator<Option<S>> by) {
        options.set(options.size() - 1, by.apply(options.get(options.size() - 1)));
        return this;
    }

    /** Says the value by this name where a network is described. */
    public Declaration<S, T> about(String name) {
        return about(name, of -> plain(catalogue.values(of).get(declared)));
    }

    /** Says something by a name; in place of what was said by default. */
    public Declaration<S, T> about(String name, Function<S, Object> value) {
        about = of -> Map.of(name, value.apply(of));
        return this;
    }

    /** Says one thing more. */
    public Declaration<S, T> andAbout(String name, Function<S, Object> value) {
        Function<S, Map<String, Object>> before = about;
        about = of -> {
            Map<String, Object> all = new LinkedHashMap<>(before.apply(of));
            all.put(name, value.apply(of));
            return all;
        };
        return this;
    }

    private Object plain(T value) {
        return value instanceof Number || value instanceof Boolean
                ? value
                : kind.format().apply(value);
    }

    /** The window shows it, by its name in refusals. Follows the options. */
    public Declaration<S, T> row(String label, String help) {
        return row(options.isEmpty() ? key : options.get(0).name(), label, help);
    }

    /** The window shows one of the words that it is a set of, as a switch. */
    public Declaration<S, T> row(String word, String label, String help) {
        rows.add(new Row<>(word, label, help));
        return this;
    }

    /** The last row is always in sight. */
    public Declaration<S, T> common() {
        return changeRow(row -> row.common = true);
    }

    /** Rows stand in the order of the files; this one stands after that of the setting with this key instead. */
    public Declaration<S, T> after(String other) {
        return changeRow(row -> row.after = other);
    }

    /** The last row's words for values; null where they are those of the command line. */
    public Declaration<S, T> words(Function<T, String> words) {
        return changeRow(row -> row.words = words);
    }

    /** The last row offers these values. */
    public Declaration<S, T> offered(List<T> values) {
        return changeRow(row -> row.offered = values);
    }

    /** The last row's value is typed, though it is no number. */
    public Declaration<S, T> typed() {
        return changeRow(row -> row.typed = true);
    }

    /** The last row's value is a size that grows by factors of two; numbers that are not whole always do. */
    public Declaration<S, T> doubling() {
        return changeRow(row -> row.doubling = true);
    }

    /** The last row's switch is on where the value is false. */
    public Declaration<S, T> inverted() {
        return changeRow(row -> row.inverted = true);
    }

    /** What stands beside the last row's control. */
    public Declaration<S, T> note(Function<S, String> note) {
        return changeRow(row -> row.note = note);
    }

    private Declaration<S, T> changeRow(Consumer<Row<S, T>> by) {
        by.accept(rows.get(rows.size() - 1));
        return this;
    }

    /** Ends the declaration. */
    public Setting<S, T> declare() {
        declared = catalogue.add(this);
        return declared;
    }
}
