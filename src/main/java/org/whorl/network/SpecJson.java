package org.whorl.network;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.Memory;
import org.whorl.file.NpyException;
import org.whorl.file.StrictJson;

/**
 * The model file's {@code spec.json}: everything in a model that is not an array.
 *
 * @param format the number of this form of the file, {@link #FORMAT}
 * @param network every setting of the network
 * @param classNames a name for every class
 * @param epsilon what was added to the eigenvalues when whitening was fitted
 * @param provenance seed, data set and its checksum, version, JDK, OS …
 */
record SpecJson(
        int format, NetworkSpec network, List<String> classNames, double epsilon, Map<String, Object> provenance) {
    static final int FORMAT = 1;

    /** The most bytes read: a thousand names of classes and whole settings are a tenth of that. As a tree they take forty times as much. */
    private static final long MAX_BYTES = Memory.atMost(1 << 22, 256);

    private static final JsonMapper MAPPER = StrictJson.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    SpecJson {
        if (classNames.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("classNames: expected a name for every class, found null");
        }
        if (classNames.size() != network.classes()) {
            throw new IllegalArgumentException(
                    "classNames: expected " + network.classes() + " names, found " + classNames.size());
        }
        if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("epsilon: expected a number of at least 0, found " + epsilon);
        }
    }

    /** What a model has besides arrays; says what wrote it, where its provenance does not yet. */
    static SpecJson of(Model model) {
        Map<String, Object> provenance = new TreeMap<>(model.provenance());
        String version = ModelFile.class.getPackage().getImplementationVersion();
        provenance.putIfAbsent("version", version == null ? "unpackaged" : version);
        provenance.putIfAbsent("jdk", Runtime.version().toString());
        provenance.putIfAbsent("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return new SpecJson(
                FORMAT, model.spec(), model.classNames(), model.preparation().epsilon(), provenance);
    }

    byte[] bytes() throws IOException {
        return MAPPER.writeValueAsBytes(this);
    }

    /**
     * Reads the member.
     *
     * @param name of file and member, for messages
     */
    static SpecJson parse(String name, byte[] json) throws IOException {
        if (json.length > MAX_BYTES) {
            throw new NpyException(name + ": expected the settings of a network in at most " + MAX_BYTES
                    + " bytes, found " + json.length);
        }
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode format = tree.path("format");
            if (!format.isInt() || format.intValue() != FORMAT) {
                throw new NpyException(name + ": expected format " + FORMAT + ", found "
                        + (format.isMissingNode() ? "none" : format.toString()));
            }
            return MAPPER.treeToValue(tree, SpecJson.class);
        } catch (CharConversionException e) {
            throw new NpyException(name + ": expected the settings of a network in UTF-8, found other bytes", e);
        } catch (JsonProcessingException e) {
            throw new NpyException(name + ": " + StrictJson.reason(e, "the settings of a network"), e);
        }
    }
}
