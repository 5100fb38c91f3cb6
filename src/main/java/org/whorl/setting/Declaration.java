package org.whorl.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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

    /** Ends the declaration. */
    public Setting<S, T> declare() {
        declared = catalogue.add(this);
        return declared;
    }
}
