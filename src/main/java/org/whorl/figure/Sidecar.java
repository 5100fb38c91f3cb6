package org.whorl.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.ReplacedFile;

/**
 * What a file of numbers says about itself, in a file beside it, since a comment would break other programs' readers. Named as “CSV on the
 * Web” (a W3C recommendation) looks for it: {@code loss.csv-metadata.json}.
 */
public final class Sidecar {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sidecar() {}

    /** Where what is said of a file stands. */
    public static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + "-metadata.json");
    }

    /**
     * Writes it.
     *
     * @param file the numbers
     * @param title of the numbers, for people
     * @param about the same keywords as in a picture
     */
    public static void write(Path file, String title, Map<String, String> about) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "http://www.w3.org/ns/csvw");
        json.put("url", file.getFileName().toString());
        json.put("dc:title", title);
        about.forEach((keyword, value) -> json.put("whorl:" + keyword.toLowerCase(java.util.Locale.ROOT), value));
        byte[] bytes = (JSON.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        ReplacedFile.write(of(file), out -> out.write(bytes));
    }
}
