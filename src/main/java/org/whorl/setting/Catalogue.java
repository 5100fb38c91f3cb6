package org.whorl.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All settings of one thing, in the order in which files hold them. They are declared while the class that holds them is initialised,
 * and never afterwards.
 *
 * @param <S> what the settings are of
 */
public final class Catalogue<S> {
    private final Function<Values<S>, S> make;
    private final Function<S, Values<S>> values;
    private final List<Setting<S, ?>> all = new ArrayList<>();

    /**
     * @param make makes and checks the thing
     * @param values of a thing
     */
    public Catalogue(Function<Values<S>, S> make, Function<S, Values<S>> values) {
        this.make = make;
        this.values = values;
    }

    /** A whole number. */
    public Declaration<S, Integer> whole(String key, int usual) {
        return of(key, Kind.WHOLE, others -> usual);
    }

    /** A whole number of 64 bits. */
    public Declaration<S, Long> wholeLong(String key, long usual) {
        return of(key, Kind.LONG, others -> usual);
    }

    /** A number. */
    public Declaration<S, Double> number(String key, double usual) {
        return of(key, Kind.NUMBER, others -> usual);
    }

    /** True or false; false where nothing is said. */
    public Declaration<S, Boolean> flag(String key) {
        return of(key, Kind.FLAG, others -> false);
    }

    /** One of a few; the words are the constants' names in small letters. */
    public <E extends Enum<E>> Declaration<S, E> choice(String key, E usual) {
        return choice(key, usual.getDeclaringClass(), Map.of(), others -> usual);
    }

    /**
     * One of a few.
     *
     * @param words for constants whose names are not their words
     * @param usual by the others' values, of which those that are declared later may be {@code null}
     */
    public <E extends Enum<E>> Declaration<S, E> choice(
            String key, Class<E> type, Map<E, String> words, Function<Values<S>, E> usual) {
        return of(key, Kind.choice(type, words), usual);
    }

    /** Any of a few; none where nothing is said. */
    public <E extends Enum<E>> Declaration<S, Set<E>> some(String key, Class<E> type) {
        return of(key, Kind.some(type), others -> Collections.unmodifiableSet(EnumSet.noneOf(type)));
    }

    /** A value of any type that Jackson reads and writes. */
    public <T> Declaration<S, T> value(
            String key,
            Class<T> type,
            Function<String, T> parse,
            Function<T, String> format,
            Function<Values<S>, T> usual) {
        return of(key, Kind.plain(type, String.class, parse, format), usual);
    }

    /** A whole number whose usual value depends on others'. */
    public Declaration<S, Integer> whole(String key, Function<Values<S>, Integer> usual) {
        return of(key, Kind.WHOLE, usual);
    }

    private <T> Declaration<S, T> of(String key, Kind<T> kind, Function<Values<S>, T> usual) {
        return new Declaration<>(this, key, kind, usual);
    }

    <T> Setting<S, T> add(Declaration<S, T> declaration) {
        Setting<S, T> setting = new Setting<>(all.size(), declaration);
        all.add(setting);
        return setting;
    }

    /** Every setting. */
    public List<Setting<S, ?>> settings() {
        return Collections.unmodifiableList(all);
    }

    /** Every setting in the order of the window's rows. */
    public List<Setting<S, ?>> inRows() {
        List<Setting<S, ?>> sorted = new ArrayList<>(all);
        // From the last, so that what another stands after is where it stays.
        for (int i = all.size() - 1; i >= 0; i--) {
            Setting<S, ?> setting = all.get(i);
            String after = setting.rows().isEmpty() ? null : setting.rows().get(0).after;
            if (after != null) {
                sorted.remove(setting);
                sorted.add(1 + sorted.indexOf(byKey(after)), setting);
            }
        }
        return sorted;
    }

    private Setting<S, ?> byKey(String key) {
        return all.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }

    /** Makes and checks. */
    public S make(Values<S> from) {
        return make.apply(from);
    }

    Values<S> values(S of) {
        return values.apply(of);
    }

    Values<S> blank() {
        return new Values<>(all.size());
    }

    /** Every setting at its usual value. */
    public Values<S> usual() {
        return reset(blank(), all);
    }

    private Values<S> reset(Values<S> from, List<Setting<S, ?>> some) {
        Values<S> now = from;
        for (Setting<S, ?> setting : some) {
            now = setting.reset(now);
        }
        return now;
    }

    /**
     * Reads options; those that are not given have their usual values, given the others.
     *
     * @param typed by the options' names
     * @throws IllegalArgumentException in words of the setting, where a value is refused
     */
    public Values<S> read(Map<String, String> typed) {
        Values<S> now = usual();
        Set<String> left = new HashSet<>(typed.keySet());
        List<Setting<S, ?>> unsaid = new ArrayList<>();
        for (Setting<S, ?> setting : all) {
            boolean said = setting.options().isEmpty();
            for (Option<S> option : setting.options()) {
                if (left.remove(option.name())) {
                    if (option.insteadOf().filter(typed::containsKey).isPresent()) {
                        throw new IllegalArgumentException(option.name() + ": expected either it or the "
                                + option.insteadOf().get() + ", found both");
                    }
                    now = option.read().apply(now, typed.get(option.name()));
                    said = true;
                }
            }
            if (!said) {
                unsaid.add(setting);
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("expected options of the catalogue, found " + left);
        }
        return reset(now, unsaid);
    }

    /** The options that make the same again, by their names; usual ones are left out; flags have no words. */
    public Map<String, String> write(S of) {
        Values<S> now = values(of);
        // What has no option of its own is set by another's: whether λ is learned, by that of λ.
        Values<S> unsaid = now;
        for (Setting<S, ?> setting : all) {
            unsaid = setting.options().isEmpty() ? setting.reset(unsaid) : unsaid;
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (Setting<S, ?> setting : all) {
            for (Option<S> option : setting.options()) {
                String words = option.write().apply(now);
                String usual = option.write().apply(setting.reset(unsaid));
                if (!words.isEmpty() && (option.isFlag() || option.always() || !words.equals(usual))) {
                    typed.put(option.name(), option.isFlag() ? "" : words);
                }
            }
        }
        return typed;
    }

    /** What there is to say of a thing, in words of the command line. */
    public Map<String, Object> about(S of) {
        Map<String, Object> words = new LinkedHashMap<>();
        all.forEach(setting -> words.putAll(setting.about(of)));
        return words;
    }

    /** Checks each setting, in order. */
    public void check(Values<S> now) {
        all.forEach(setting -> setting.check(now));
    }
}
