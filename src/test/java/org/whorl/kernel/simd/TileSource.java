package org.whorl.kernel.simd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tiles, a line of {@link #ALL} each, and their Java source, which {@code mvn -Ptiles} writes.
 *
 * <p>A tile is a block of sums, rows by columns of vectors, that stays in registers during a loop. Every round of the loop loads a vector
 * for each column, which all rows share. Then it goes through the rows: it takes an operand of the row's own, a vector or a number in all
 * lanes, and adds its product with each column's vector to the row's sums, column by column. After the loop the sums go out, row by row.
 *
 * <p>This is a program of one file that knows no other class of Whorl, so that it runs as well where tiles are missing or do not compile.
 */
record TileSource(Kind kind, int rows, int columns) {
    /** Where the sources stand, from the project's folder. */
    static final Path FOLDER = Path.of("src", "main", "java", "org", "whorl", "kernel", "simd");

    static final List<TileSource> ALL = List.of(
            new TileSource(Kind.MAP, 4, 3),
            new TileSource(Kind.MAP, 4, 4),
            new TileSource(Kind.MAP, 4, 5),
            new TileSource(Kind.CORRELATION, 4, 3),
            new TileSource(Kind.CORRELATION, 5, 4),
            new TileSource(Kind.PATCH, 12, 1),
            new TileSource(Kind.PATCH, 4, 3),
            new TileSource(Kind.PATCH, 6, 3));

    private static final int MOST_REGISTERS = 32;

    /** What a tile extends, and the products that it has. */
    enum Kind {
        MAP("MapTile", "a broadcast one", Product.ANALYZE, Product.SYNTHESIZE),
        CORRELATION("CorrelationTile", "one of each map", Product.CORRELATE),
        PATCH("PatchTile", "a broadcast one", Product.CORRELATE_PATCHES);

        private final String parent;
        /** The operand of a row, in words. */
        private final String own;

        private final List<Product> products;

        Kind(String parent, String own, Product... products) {
            this.parent = parent;
            this.own = own;
            this.products = List.of(products);
        }
    }

    /** A method of a tile, as Java with the row for $r, the column for $c, and $rows and $columns for how many there are. */
    private enum Product {
        /** Of filters and vectors of positions, over taps. */
        ANALYZE(
                "analyze(float[] in, int at, int[] offsets, float[] weights, int weightsAt,"
                        + " float[] out, int outAt, int filter, int last, int stride)",
                "int tap = 0; tap < offsets.length; tap++",
                List.of("int from = at + offsets[tap];", "int w = weightsAt + $rows * tap;"),
                new Operand("x", "", "FloatVector.fromArray(SPECIES, in, from + $c * LANES)"),
                new Operand("w", "", "FloatVector.broadcast(SPECIES, weights[w + $r])"),
                "outAt + Math.min(filter + $r, last) * stride",
                false),
        /** Of taps and vectors of positions, over filters. */
        SYNTHESIZE(
                "synthesize(float[] code, int at, int stride, int count, float[] weights, int weightsAt,"
                        + " float[] out, int outAt, int[] offsets, int tap)",
                "int k = 0; k < count; k++",
                List.of("int from = at + k * stride;", "int w = weightsAt + $rows * k;"),
                new Operand("z", "", "FloatVector.fromArray(SPECIES, code, from + $c * LANES)"),
                new Operand("w", "", "FloatVector.broadcast(SPECIES, weights[w + $r])"),
                "outAt + offsets[tap + $r]",
                true),
        /** Of maps and taps, over vectors of positions. */
        CORRELATE(
                "correlate(float[] code, int codeAt, int filter, int last, int stride,"
                        + " float[] in, int[] offsets, int tap, float[] out, int outAt)",
                "int p = 0; p < stride; p += LANES",
                List.of(),
                new Operand("x", "offsets[tap + $c]", "FloatVector.fromArray(SPECIES, in, x$cAt + p)"),
                new Operand(
                        "z",
                        "codeAt + Math.min(filter + $r, last) * stride",
                        "FloatVector.fromArray(SPECIES, code, z$rAt + p)"),
                "outAt + $r * $columns * LANES",
                true),
        /** Of maps and vectors of a patch, over positions. */
        CORRELATE_PATCHES(
                "correlate(float[] code, int codeAt, int filter, int last, int stride, float[] patches,"
                        + " int[] offsets, int[] vectorsAt, int vector, float[] out, int outAt, int outStride)",
                "int p = 0; p < offsets.length; p++",
                List.of("int from = offsets[p];"),
                new Operand("x", "vectorsAt[vector + $c]", "FloatVector.fromArray(SPECIES, patches, x$cAt + from)"),
                new Operand(
                        "z",
                        "codeAt + Math.min(filter + $r, last) * stride",
                        "FloatVector.broadcast(SPECIES, code[z$rAt + p])"),
                "outAt + $r * outStride",
                true);

        private final String method;
        private final String loop;
        /** With what a round of the loop begins. */
        private final List<String> round;
        /** Of a column. */
        private final Operand shared;
        /** Of a row. */
        private final Operand own;
        /** Where a row's first sum goes; the others follow. */
        private final String target;
        /** To what is there; otherwise the sums replace it. */
        private final boolean adds;

        Product(
                String method,
                String loop,
                List<String> round,
                Operand shared,
                Operand own,
                String target,
                boolean adds) {
            this.method = method;
            this.loop = loop;
            this.round = round;
            this.shared = shared;
            this.own = own;
            this.target = target;
            this.adds = adds;
        }
    }

    /**
     * A vector that each round takes anew.
     *
     * @param at from where, as far as it is the same in all rounds, or nothing
     */
    private record Operand(String name, String at, String value) {}

    TileSource {
        if (registers(rows, columns) > MOST_REGISTERS) {
            throw new IllegalArgumentException("a tile of " + rows + " by " + columns + ": expected at most "
                    + MOST_REGISTERS + " vectors, found " + registers(rows, columns));
        }
    }

    /** The sums, the operands of all columns, and that of one row. */
    private static int registers(int rows, int columns) {
        return rows * columns + columns + 1;
    }

    String name() {
        return kind.parent + rows + "x" + columns;
    }

    String source() {
        StringBuilder methods = new StringBuilder();
        for (Product product : kind.products) {
            String head = product.method.replace("(", "(\n            ").replace(", ", ",\n            ");
            methods.append("\n    @Override\n    void ").append(head).append(" {\n");
            body(product)
                    .forEach(line -> methods.append("        ").append(line).append('\n'));
            methods.append("    }\n");
        }
        String shared = columns == 1 ? "a shared operand" : columns + " shared operands";
        int few = MOST_REGISTERS / 2;
        return """
                // Written by mvn -Ptiles: the description to change is TileSource, among the tests.
                package org.whorl.kernel.simd;

                import jdk.incubator.vector.FloatVector;
                import jdk.incubator.vector.VectorSpecies;

                /** SUMS: fits REGISTERS vector registers. */
                final class NAME extends PARENT {
                    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
                    private static final int LANES = SPECIES.length();

                    // Nothing here is split off into methods: the compiler inlines those of the Vector API beyond its limit on a
                    // method's size, but not ours, and a sum that is handed to a method that is not inlined lives on the heap.

                    NAME() {
                        super(SIZE);
                    }
                METHODS}
                """.replace("SUMS", rows * columns + " sums, " + shared + " and " + kind.own)
                .replace("REGISTERS", "" + (registers(rows, columns) <= few ? few : MOST_REGISTERS))
                .replace("NAME", name())
                .replace("PARENT", kind.parent)
                .replace("SIZE", rows + ", " + columns)
                .replace("METHODS", methods);
    }

    private List<String> body(Product product) {
        Operand own = product.own;
        Operand shared = product.shared;
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < rows && !own.at.isEmpty(); r++) {
            lines.add(fill("int " + own.name + "$rAt = " + own.at + ";", r, 0));
        }
        for (int c = 0; c < columns && !shared.at.isEmpty(); c++) {
            lines.add(fill("int " + shared.name + "$cAt = " + shared.at + ";", 0, c));
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                lines.add(fill("FloatVector a$r$c = FloatVector.zero(SPECIES);", r, c));
            }
        }
        lines.add("for (" + product.loop + ") {");
        product.round.forEach(line -> lines.add(fill("    " + line, 0, 0)));
        for (int c = 0; c < columns; c++) {
            lines.add(fill("    FloatVector " + shared.name + "$c = " + shared.value + ";", 0, c));
        }
        for (int r = 0; r < rows; r++) {
            lines.add(fill("    FloatVector " + own.name + "$r = " + own.value + ";", r, 0));
            for (int c = 0; c < columns; c++) {
                lines.add(fill("    a$r$c = " + shared.name + "$c.fma(" + own.name + "$r, a$r$c);", r, c));
            }
        }
        lines.add("}");
        String sum = product.adds ? "FloatVector.fromArray(SPECIES, out, out$r + $c * LANES).add(a$r$c)" : "a$r$c";
        for (int r = 0; r < rows; r++) {
            lines.add(fill("int out$r = " + product.target + ";", r, 0));
            for (int c = 0; c < columns; c++) {
                lines.add(fill(sum + ".intoArray(out, out$r + $c * LANES);", r, c));
            }
        }
        return lines;
    }

    /** A line of one row and column, without terms of nothing and factors of one. */
    private String fill(String line, int row, int column) {
        return line.replace("$rows", "" + rows)
                .replace("$columns", "" + columns)
                .replace("$r", "" + row)
                .replace("$c", "" + column)
                .replaceAll(" \\+ 0( \\* \\w+)*\\b", "")
                .replaceAll("\\b1 \\* ", "")
                .replace("Math.min(filter, last)", "filter");
    }

    /** Writes the sources of all tiles, from the project's folder. */
    public static void main(String[] arguments) throws IOException {
        for (TileSource tile : ALL) {
            Files.writeString(FOLDER.resolve(tile.name() + ".java"), tile.source());
        }
    }
}
