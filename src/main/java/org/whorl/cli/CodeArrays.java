package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.whorl.data.ImageShape;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;

/**
 * The traces of many inputs as arrays: {@code layer1/code.npy} [N, K, h, w] and so on, {@code logits.npy} [N, classes]. The codes of
 * dense networks are [N, K].
 */
final class CodeArrays {
    private final NetworkSpec spec;
    private final List<Trace> traces;

    CodeArrays(NetworkSpec spec, List<Trace> traces) {
        this.spec = spec;
        this.traces = traces;
    }

    /** Refuses more inputs than there is memory for, before any of it is used. */
    static void checkMemory(NetworkSpec spec, int count) throws Failure {
        Geometry g = spec.geometry();
        long maps = (long) g.filters() * g.mapSize();
        // Three sets of maps and two images a layer, and one array of maps of all inputs while it is written.
        long bytes = Float.BYTES * (spec.layers() * (3 * maps + 2L * g.imageSize()) + maps);
        long most = Runtime.getRuntime().maxMemory() / 4 * 3 / bytes;
        if (count > most || (long) count * maps > Integer.MAX_VALUE - 8) {
            throw new Failure("input: expected at most " + Math.min(most, (Integer.MAX_VALUE - 8) / maps)
                    + " images, for which there is memory, found " + count);
        }
    }

    void write(Path out) throws IOException {
        Geometry g = spec.geometry();
        int[] maps = spec.dense() ? new int[] {g.filters()} : new int[] {g.filters(), g.codeHeight(), g.codeWidth()};
        ImageShape input = spec.input();
        int[] image = {input.channels(), input.height(), input.width()};
        for (int l = 0; l < spec.layers(); l++) {
            int layer = l;
            Path folder = Files.createDirectories(out.resolve("layer" + (l + 1)));
            write(folder.resolve("code.npy"), maps, t -> t.layers().get(layer).code());
            write(folder.resolve("momentum.npy"), maps, t -> t.layers()
                    .get(layer)
                    .momentum());
            write(folder.resolve("prethreshold.npy"), maps, t -> t.layers()
                    .get(layer)
                    .preThreshold());
            write(folder.resolve("residual.npy"), image, t -> t.layers()
                    .get(layer)
                    .residual());
            write(folder.resolve("reconstruction.npy"), image, t -> t.layers()
                    .get(layer)
                    .reconstruction());
        }
        write(out.resolve("logits.npy"), new int[] {spec.classes()}, Trace::logits);
    }

    private void write(Path file, int[] shape, Function<Trace, float[]> part) throws IOException {
        int size = part.apply(traces.get(0)).length;
        float[] all = new float[traces.size() * size];
        for (int i = 0; i < traces.size(); i++) {
            System.arraycopy(part.apply(traces.get(i)), 0, all, i * size, size);
        }
        int[] dimensions = new int[shape.length + 1];
        dimensions[0] = traces.size();
        System.arraycopy(shape, 0, dimensions, 1, shape.length);
        Npy.write(NpyArray.of(all, dimensions), file);
    }
}
