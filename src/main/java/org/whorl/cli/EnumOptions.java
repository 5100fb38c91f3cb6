package org.whorl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** Options and parameters whose type is an enum take its constants' names in small letters. */
final class EnumOptions {
    private EnumOptions() {}

    /** Teaches those of a command their words. */
    static void in(CommandSpec command) {
        for (ArgSpec arg : new ArrayList<>(command.args())) {
            if (arg.type().isEnum()) {
                Map<String, Object> words = new LinkedHashMap<>();
                for (Object constant : arg.type().getEnumConstants()) {
                    words.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
                }
                command.remove(arg);
                command.add(
                        arg instanceof OptionSpec option
                                ? option.toBuilder()
                                        .converters(converter(words))
                                        .completionCandidates(words.keySet())
                                        .build()
                                : ((PositionalParamSpec) arg)
                                        .toBuilder()
                                                .converters(converter(words))
                                                .completionCandidates(words.keySet())
                                                .build());
            }
        }
    }

    private static ITypeConverter<Object> converter(Map<String, Object> words) {
        return text -> {
            Object constant = words.get(text.toLowerCase(Locale.ROOT));
            if (constant == null) {
                throw new TypeConversionException(
                        "expected one of " + String.join(", ", words.keySet()) + ", found " + text);
            }
            return constant;
        };
    }
}
