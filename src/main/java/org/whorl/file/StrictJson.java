package org.whorl.file;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON that may be hostile: of bounded size and depth, text is never taken for a number nor a number for a choice, nothing follows the
 * end, and what is wrong is one line that names the file, the field, what was expected and what was found.
 */
public final class StrictJson {
    private static final int MAX_NESTING = 16;
    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_DIGITS = 100;

    private static final JsonMapper MAPPER = builder().build();

    private StrictJson() {}

    /** A mapper with these rules, to be made stricter. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_NESTING)
                                .maxStringLength(MAX_TEXT)
                                .maxNumberLength(MAX_DIGITS)
                                .build())
                        .build())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /**
     * Reads a whole file.
     *
     * @param maxBytes refuses larger ones, unread
     * @param what it should hold, for messages: “the record of a run”
     * @throws IOException in one line, where it is anything else
     */
    public static <T> T read(Path file, int maxBytes, Class<T> type, String what) throws IOException {
        return read(MAPPER, file, maxBytes, type, what);
    }

    /** The same with a mapper of {@link #builder} that was made stricter. */
    public static <T> T read(JsonMapper mapper, Path file, int maxBytes, Class<T> type, String what)
            throws IOException {
        byte[] json;
        try (InputStream in = Files.newInputStream(file)) {
            json = in.readNBytes(maxBytes + 1);
        }
        if (json.length > maxBytes) {
            throw new IOException(file + ": expected " + what + " of at most " + maxBytes + " bytes, found more");
        }
        return parse(mapper, file.toString(), json, type, what);
    }

    /**
     * Reads bytes that are there already.
     *
     * @param name of the file, for messages
     * @throws IOException in one line, where they are anything else
     */
    public static <T> T parse(String name, byte[] json, Class<T> type, String what) throws IOException {
        return parse(MAPPER, name, json, type, what);
    }

    private static <T> T parse(JsonMapper mapper, String name, byte[] json, Class<T> type, String what)
            throws IOException {
        T value;
        try {
            value = mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IOException(name + ": " + reason(e, what), e);
        } catch (CharConversionException e) {
            // Jackson takes many zeros for UTF-32.
            throw new IOException(name + ": expected " + what + " in UTF-8, found other bytes", e);
        }
        if (value == null) {
            throw new IOException(name + ": expected " + what + ", found null");
        }
        return value;
    }

    /** What is wrong, in one line: the message of the record that refused a value, or Jackson's, after the place it speaks of. */
    public static String reason(JsonProcessingException e, String what) {
        String place = e instanceof JsonMappingException mapping ? place(mapping.getPath()) : "";
        String message = e.getCause() instanceof IllegalArgumentException refused
                ? words(refused)
                : "expected " + what + ", found" + line(e) + ": "
                        + e.getOriginalMessage().replaceAll("(?s), problem: .*| \\(start marker at .*", "");
        return (place.isEmpty() ? "" : place + ": ") + message.replaceAll("\\s+", " ");
    }

    private static String words(IllegalArgumentException refused) {
        return refused instanceof InvalidPathException path
                ? "expected a file or folder of this system, found " + path.getInput()
                : refused.getMessage();
    }

    private static String place(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex() + 1) : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String line(JsonProcessingException e) {
        return e instanceof JsonMappingException || e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr();
    }
}
