package org.whorl.figure;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.network.NetworkSpec;

/** What a file says of where it came from: program and version, data, seed, and every setting as JSON. */
public final class About {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private About() {}

    /** The program and its version: “Whorl 0.1.0”. */
    public static Map<String, String> program() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Software", "Whorl " + version());
        about.put("Version", version());
        return about;
    }

    /**
     * The same with the network behind a picture.
     *
     * @param name for people
     * @param provenance what its model says of where it came from, as {@code spec.json} has it; may be empty
     */
    public static Map<String, String> of(String name, NetworkSpec spec, Map<String, Object> provenance) {
        Map<String, String> about = program();
        about.put("Network", name);
        Object data = provenance.get("data");
        if (data != null) {
            Object sum = provenance.get("dataChecksum");
            about.put("Data", data + (sum == null ? "" : ", SHA-256 " + sum));
        }
        JsonNode training = JSON.valueToTree(provenance.get("training"));
        if (training.has("seed")) {
            about.put("Seed", training.path("seed").asText());
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("network", spec);
        if (training.isObject()) {
            settings.put("training", training);
        }
        for (String also : new String[] {"epochs", "changes", "testAccuracy"}) {
            if (provenance.get(also) != null) {
                settings.put(also, provenance.get(also));
            }
        }
        about.put("Settings", json(settings));
        return about;
    }

    /** A value in JSON, in one line. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings: expected plain values, found " + value, e);
        }
    }

    private static String version() {
        String version = About.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
