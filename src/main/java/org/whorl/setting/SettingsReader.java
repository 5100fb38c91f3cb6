package org.whorl.setting;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads settings out of files. What a file does not say has its usual value, where it is not {@linkplain Setting#isRequired required};
 * null and what is unknown are refused by name.
 */
public class SettingsReader<S> extends JsonDeserializer<S> {
    private final Catalogue<S> catalogue;

    protected SettingsReader(Catalogue<S> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public final S deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(parser);
        if (!tree.isObject()) {
            throw refused(parser, "", "expected settings by their names, found " + tree.getNodeType());
        }
        Values<S> values = catalogue.usual();
        for (Setting<S, ?> setting : catalogue.settings()) {
            values = read(setting, tree, values, context);
        }
        for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (catalogue.settings().stream().noneMatch(s -> s.key().equals(name))) {
                throw refused(
                        parser,
                        name,
                        "expected one of "
                                + catalogue.settings().stream()
                                        .map(Setting::key)
                                        .collect(Collectors.joining(", "))
                                + ", found an unknown setting");
            }
        }
        try {
            return catalogue.make(values);
        } catch (IllegalArgumentException e) {
            throw new JsonMappingException(parser, e.getMessage(), e);
        }
    }

    private static <S, T> Values<S> read(
            Setting<S, T> setting, JsonNode tree, Values<S> values, DeserializationContext context) throws IOException {
        JsonNode node = tree.path(setting.key());
        if (node.isMissingNode()) {
            if (setting.isRequired()) {
                throw refused(context.getParser(), setting.key(), "expected a value, found none");
            }
            return setting.unsaid(values);
        }
        JavaType type = context.getTypeFactory().constructType(setting.type());
        checkNamed(setting.key(), type, node, context);
        try {
            return values.with(setting, context.readTreeAsValue(node, type));
        } catch (JsonProcessingException e) {
            throw JsonMappingException.wrapWithPath(e, type.getRawClass(), setting.key());
        }
    }

    private static void checkNamed(String key, JavaType type, JsonNode node, DeserializationContext context)
            throws IOException {
        if (node.isNull()) {
            throw refused(context.getParser(), key, "expected " + expected(type) + ", found null");
        }
        if (type.isCollectionLikeType()) {
            for (JsonNode each : node) {
                checkNamed(key, type.getContentType(), each, context);
            }
        } else if (type.isEnumType()) {
            boolean known = node.isTextual()
                    && Arrays.stream(type.getRawClass().getEnumConstants())
                            .anyMatch(c -> ((Enum<?>) c).name().equals(node.textValue()));
            if (!known) {
                throw refused(
                        context.getParser(),
                        key,
                        "expected " + expected(type) + ", found "
                                + (node.isValueNode() ? node.asText() : node.getNodeType()));
            }
        }
    }

    private static String expected(JavaType type) {
        return type.isEnumType()
                ? "one of "
                        + Arrays.stream(type.getRawClass().getEnumConstants())
                                .map(c -> ((Enum<?>) c).name())
                                .collect(Collectors.joining(", "))
                : "a value";
    }

    private static JsonMappingException refused(JsonParser parser, String key, String message) {
        JsonMappingException refused = new JsonMappingException(parser, message, new IllegalArgumentException(message));
        if (!key.isEmpty()) {
            refused.prependPath(Configuration.class, key);
        }
        return refused;
    }
}
