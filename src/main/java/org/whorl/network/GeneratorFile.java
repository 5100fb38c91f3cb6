package org.whorl.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.file.StrictJson;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;

/**
 * A generator as a NumPy archive: {@code generator/matrix} [n, n] in float64, n = side², beside {@code generator/least_squares} and
 * {@code generator/orthogonal} on the pixels that were seen, and {@code generator.json}, which says its order and how it was learned.
 */
public final class GeneratorFile {
    private static final String MATRIX = "generator/matrix";
    private static final String ABOUT = "generator.json";
    private static final long MOST_VALUES = (long) Math.pow(Generator.MAX_SIDE, 4);
    private static final ObjectMapper MAPPER = StrictJson.builder().build();

    private GeneratorFile() {}

    /**
     * Writes beside the target, then moves.
     *
     * @param about what to say of it, which has at least the key {@code order} (null where there is none)
     */
    public static void write(Generator generator, GeneratorFit fit, Map<String, Object> about, Path file)
            throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(ABOUT, MAPPER.writeValueAsBytes(about));
        members.put(MATRIX + ".npy", float64(generator.matrix()));
        members.put("generator/least_squares.npy", float64(fit.leastSquares().getData()));
        members.put("generator/orthogonal.npy", float64(fit.orthogonal().getData()));
        new Npz(members, Map.of()).write(file);
    }

    /**
     * Reads a generator; what was rounded in the file is exactly cyclic again.
     *
     * @throws NpyException where the file is none, in one line
     */
    public static Generator read(Path file) throws IOException {
        Npz archive = Npz.read(file, member -> member.equals(MATRIX + ".npy") || member.equals(ABOUT), MOST_VALUES);
        NpyArray matrix = archive.arrays().get(MATRIX);
        byte[] about = archive.files().get(ABOUT);
        if (matrix == null || about == null) {
            throw new NpyException(file + ": expected a generator with " + MATRIX + ".npy and " + ABOUT + ", found "
                    + archive.arrays().keySet() + "; make one by whorl generator");
        }
        int size = matrix.shape().isEmpty() ? 0 : matrix.shape().get(0);
        int side = (int) Math.rint(Math.sqrt(size));
        if (matrix.shape().size() != 2
                || matrix.shape().get(1) != size
                || side * side != size
                || side > Generator.MAX_SIDE) {
            throw new NpyException(file + ": " + MATRIX + ": expected [s², s²] with s from 2 to " + Generator.MAX_SIDE
                    + ", found " + matrix.shape());
        }
        double[][] values = new double[size][size];
        for (int i = 0; i < size * size; i++) {
            values[i / size][i % size] = matrix.values()[i];
        }
        try {
            return Generator.nearest(side, order(file, about, side), values);
        } catch (IllegalArgumentException e) {
            throw new NpyException(file + ": " + e.getMessage(), e);
        }
    }

    private static int order(Path file, byte[] about, int side) throws NpyException {
        try {
            JsonNode said = MAPPER.readTree(about);
            JsonNode kernel = said.path("kernel");
            if (!kernel.isMissingNode() && kernel.intValue() != side) {
                throw new NpyException(file + ": " + ABOUT + ": expected kernel " + side + ", which " + MATRIX
                        + " has, found " + kernel);
            }
            JsonNode order = said.path("order");
            if (order.isNull()) {
                return 0;
            }
            if (order.isInt()) {
                return order.intValue();
            }
            throw new NpyException(file + ": " + ABOUT + ": expected a whole number as order, found "
                    + (order.isMissingNode() ? "none" : order));
        } catch (JsonProcessingException e) {
            throw new NpyException(file + ": " + ABOUT + ": " + StrictJson.reason(e, "what a generator is"), e);
        } catch (IOException e) {
            throw e instanceof NpyException mine
                    ? mine
                    : new NpyException(file + ": " + ABOUT + ": " + e.getMessage(), e);
        }
    }

    /** A NumPy file of float64: single precision would leave A^N − I at 1e-6. */
    private static byte[] float64(double[][] matrix) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + matrix.length + ", " + matrix[0].length
                + "), }";
        int padding = Math.floorMod(-(10 + header.length() + 1), 64);
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer buffer = ByteBuffer.allocate(10 + text.length + Double.BYTES * matrix.length * matrix[0].length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text);
        for (double[] row : matrix) {
            for (double value : row) {
                buffer.putDouble(value);
            }
        }
        return buffer.array();
    }
}
