package org.whorl.file;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, so that no text in a field makes two fields, or two lines, of it. */
public final class Csv {
    private Csv() {}

    /** A line with its end; texts are in quotation marks only where they need them. */
    public static String line(List<?> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\n"));
    }

    /** A field, in quotation marks where it has a comma, a quotation mark or the end of a line in it. */
    private static String field(Object value) {
        String text = value.toString();
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? quoted(text) : text;
    }

    /** A field in quotation marks whatever is in it: for names that people give. */
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
