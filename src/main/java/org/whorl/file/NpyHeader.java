package org.whorl.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an NPY file says of its array: a Python dictionary of three entries.
 *
 * @param type of the values
 * @param fortranOrder whether the first index runs fastest
 * @param shape the dimensions
 */
record NpyHeader(NpyType type, boolean fortranOrder, List<Integer> shape) {
    /** The longest header read, in bytes. Those of plain arrays have about 120. */
    static final int MAX_LENGTH = 1 << 16;

    private static final Pattern ENTRY = Pattern.compile(
            "\\G\\s*'(descr|fortran_order|shape)'\\s*:\\s*('[^']*+'|True|False|\\([0-9,\\s]*+\\))\\s*(?:,|(?=\\}))");
    private static final int EXCERPT = 80;

    /** What an array may hold. */
    static final String NUMBERS_OR_TEXT = "whole numbers, floating-point numbers or text";

    static NpyHeader parse(String name, String text) throws NpyException {
        String header = text.strip();
        if (!header.startsWith("{") || !header.endsWith("}")) {
            throw unexpected(name, "a header with descr, fortran_order and shape", header);
        }
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = ENTRY.matcher(header).region(1, header.length());
        int end = 1;
        while (matcher.find()) {
            if (entries.put(matcher.group(1), matcher.group(2)) != null) {
                throw unexpected(name, "each header entry once", header);
            }
            end = matcher.end();
        }
        if (entries.size() != 3 || !header.substring(end).strip().equals("}")) {
            throw unexpected(name, "a header with descr, fortran_order and shape", header);
        }
        String descr = entries.get("descr");
        NpyType type = NpyType.of(descr.replace("'", "")).orElseThrow(() -> unexpected(name, NUMBERS_OR_TEXT, descr));
        String order = entries.get("fortran_order");
        if (!order.equals("True") && !order.equals("False")) {
            throw unexpected(name, "fortran_order True or False", order);
        }
        return new NpyHeader(type, order.equals("True"), shape(name, entries.get("shape")));
    }

    private static List<Integer> shape(String name, String tuple) throws NpyException {
        if (!tuple.startsWith("(")) {
            throw unexpected(name, "a shape", tuple);
        }
        String[] parts = tuple.substring(1, tuple.length() - 1).strip().split("\\s*,\\s*");
        try {
            List<Integer> shape = Stream.of(parts)
                    .filter(p -> !p.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            if (shape.size() <= NpyArray.MAX_DIMENSIONS) {
                return shape;
            }
            throw unexpected(name, "at most " + NpyArray.MAX_DIMENSIONS + " dimensions", tuple);
        } catch (NumberFormatException e) {
            throw unexpected(name, "a shape of whole numbers below 2^31", tuple);
        }
    }

    /** The number of values, once it is known to be no more than {@code maxValues}. */
    int length(String name, long maxValues) throws NpyException {
        long bound = Math.min(maxValues, Integer.MAX_VALUE - 8);
        long length = 1;
        for (int dimension : shape) {
            // Both factors are below 2^31, so this cannot overflow.
            length *= dimension;
            if (length > bound) {
                throw unexpected(name, "at most " + bound + " values", "the shape " + shape);
            }
        }
        return (int) length;
    }

    private static NpyException unexpected(String name, String expected, String found) {
        String excerpt = found.length() > EXCERPT ? found.substring(0, EXCERPT) + "…" : found;
        return new NpyException(name + ": expected " + expected + ", found " + excerpt.replaceAll("\\p{Cntrl}+", " "));
    }
}
