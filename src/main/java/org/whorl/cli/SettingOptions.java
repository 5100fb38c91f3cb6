package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.whorl.setting.Catalogue;
import org.whorl.setting.Option;
import org.whorl.setting.Setting;
import org.whorl.setting.Values;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options of a catalogue of settings. */
final class SettingOptions<S> {
    private final Catalogue<S> catalogue;
    private final Map<String, OptionSpec> specs = new LinkedHashMap<>();

    SettingOptions(Catalogue<S> catalogue) {
        this.catalogue = catalogue;
        Values<S> usual = catalogue.usual();
        catalogue.settings().forEach(setting -> setting.options()
                .forEach(option -> specs.put(option.name(), spec(setting, option, usual))));
    }

    private static <S> OptionSpec spec(Setting<S, ?> setting, Option<S> option, Values<S> usual) {
        String help = option.help()
                .replace("{words}", String.join(", ", setting.kind().words()));
        String otherwise = option.usual().orElseGet(() -> option.write().apply(usual));
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name())
                .description(otherwise.isEmpty() ? help : help + " (default: " + otherwise + ").")
                .type(option.type());
        if (option.isFlag()) {
            return builder.arity("0").build();
        }
        builder.arity("1").paramLabel(option.label());
        if (!setting.kind().words().isEmpty()) {
            builder.completionCandidates(setting.kind().words());
        }
        if (option.type() == String.class) {
            builder.converters(text -> {
                try {
                    option.read().apply(usual, text);
                    return text;
                } catch (IllegalArgumentException e) {
                    throw new TypeConversionException(e.getMessage());
                }
            });
        }
        if (setting.kind().several()) {
            builder.type(List.class).auxiliaryTypes(String.class).splitRegex(",");
        }
        return builder.build();
    }

    void addTo(CommandSpec command) {
        specs.values().forEach(command::addOption);
    }

    /** What was typed for an option; empty where it was not given. */
    Optional<String> typed(String name) {
        return Optional.ofNullable(specs.get(name).<Object>getValue()).map(Object::toString);
    }

    /**
     * What the options say.
     *
     * @throws IllegalArgumentException where one is out of its range
     */
    S value() {
        return catalogue.make(values());
    }

    /** The same before it is checked. */
    Values<S> values() {
        Map<String, String> typed = new LinkedHashMap<>();
        specs.forEach((name, spec) -> {
            Object value = spec.getValue();
            if (value instanceof List<?> several) {
                typed.put(
                        name,
                        String.join(",", several.stream().map(Object::toString).toList()));
            } else if (value != null && !value.equals(false)) {
                typed.put(name, value.toString());
            }
        });
        return catalogue.read(typed);
    }
}
