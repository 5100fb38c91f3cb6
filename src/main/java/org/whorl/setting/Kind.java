package org.whorl.setting;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.type.TypeFactory;

/**
 * What sort of value a setting has.
 *
 * @param json the type as which files hold it
 * @param text the type as which the command line takes it: a primitive, or {@code String} where {@code parse} reads it
 * @param parse reads a value as it is typed; refuses by “expected …, found …”
 * @param format writes a value so that {@code parse} reads it
 * @param words what may be typed, where that is one of a few words, otherwise empty
 * @param freeze makes a value that no caller can change
 * @param several whether it is a set of the words, separated by commas
 */
public record Kind<T>(
        Type json,
        Class<?> text,
        Function<String, T> parse,
        Function<T, String> format,
        List<String> words,
        UnaryOperator<T> freeze,
        boolean several) {
    /** A whole number. */
    public static final Kind<Integer> WHOLE = plain(Integer.class, int.class, Kind::whole, Object::toString);

    static final Kind<Long> LONG = plain(Long.class, long.class, Kind::wholeLong, Object::toString);
    /** A number. */
    public static final Kind<Double> NUMBER = plain(Double.class, double.class, Kind::number, Kind::format);
    /** True or false. */
    public static final Kind<Boolean> FLAG = plain(Boolean.class, boolean.class, Kind::flag, Object::toString);

    static <T> Kind<T> plain(Type json, Class<?> text, Function<String, T> parse, Function<T, String> format) {
        return new Kind<>(json, text, parse, format, List.of(), UnaryOperator.identity(), false);
    }

    /** One of an enum's constants, by its name in small letters or by another word. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type, Map<E, String> others) {
        Map<String, E> words = words(type, others);
        return new Kind<>(
                type,
                String.class,
                text -> one(words, text),
                constant -> word(constant, others),
                List.copyOf(words.keySet()),
                UnaryOperator.identity(),
                false);
    }

    /** Any of an enum's constants. */
    static <E extends Enum<E>> Kind<Set<E>> some(Class<E> type) {
        Map<String, E> words = words(type, Map.of());
        return new Kind<>(
                TypeFactory.defaultInstance().constructCollectionType(Set.class, type),
                String.class,
                text -> Arrays.stream(text.split(","))
                        .filter(part -> !part.isEmpty())
                        .map(part -> one(words, part))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type))),
                some -> some.stream().sorted().map(each -> word(each, Map.of())).collect(Collectors.joining(",")),
                List.copyOf(words.keySet()),
                some -> frozen(some, type),
                true);
    }

    private static <E extends Enum<E>> Set<E> frozen(Set<E> some, Class<E> type) {
        Set<E> sorted = EnumSet.noneOf(type);
        sorted.addAll(some);
        return Collections.unmodifiableSet(sorted);
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type, Map<E, String> others) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(word(constant, others), constant);
        }
        return words;
    }

    private static <E extends Enum<E>> String word(E constant, Map<E, String> others) {
        return others.getOrDefault(constant, constant.name().toLowerCase(Locale.ROOT));
    }

    private static <E> E one(Map<String, E> words, String text) {
        E found = words.get(text.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new IllegalArgumentException(
                    "expected one of " + String.join(", ", words.keySet()) + ", found " + text);
        }
        return found;
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number, found “" + text + "”", e);
        }
    }

    private static Long wholeLong(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number, found “" + text + "”", e);
        }
    }

    /** Reads a number as people write it. */
    public static Double number(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, found “" + text + "”", e);
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found “" + text + "”");
        };
    }

    /** A finite number to so many significant digits, without an exponent. */
    public static String significant(double number, int digits) {
        return new BigDecimal(number)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A number as people write it: 0.01, not 1.0E-2; 2, not 2.0; Infinity. */
    public static String format(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
