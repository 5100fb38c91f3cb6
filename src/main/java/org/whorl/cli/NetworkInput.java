package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.ImageShape;
import org.whorl.data.picture.Ground;
import org.whorl.data.picture.Picture;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.Npz;
import org.whorl.network.Model;

/** Reads what a network is to look at. */
final class NetworkInput {
    private NetworkInput() {}

    /** Prepared images, [N, C, H, W], at least one: an array's as they are, a picture prepared like the model's training images. */
    static float[] read(Path file, Model model, Ground ground) throws IOException, Failure {
        ImageShape shape = model.spec().input();
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            return values(file, Npy.read(file), shape);
        }
        if (name.endsWith(".npz")) {
            Map<String, NpyArray> arrays = Npz.read(file).arrays();
            if (arrays.size() != 1) {
                throw new Failure(file + ": expected one array, found " + arrays.size() + ": " + arrays.keySet());
            }
            return values(file, arrays.values().iterator().next(), shape);
        }
        float[] prepared = new float[shape.size()];
        model.preparation().apply(Picture.read(file, shape, ground), 0, prepared, 0);
        return prepared;
    }

    /** Of what type a file's numbers are and from where to where they go, where they are not float32; else nothing. */
    static String range(Path file, float[] values) throws IOException {
        String type = file.toString().toLowerCase(Locale.ROOT).endsWith(".npy") ? Npy.typeOf(file) : "float32";
        if (type.equals("float32")) {
            return "";
        }
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return file.getFileName() + ": " + type + ", values from " + least + " to " + greatest + ", taken as they are";
    }

    private static float[] values(Path file, NpyArray array, ImageShape shape) throws Failure {
        List<Integer> found = array.shape();
        List<Integer> expected = List.of(shape.channels(), shape.height(), shape.width());
        if (found.size() != 4 || !found.subList(1, 4).equals(expected) || found.get(0) < 1) {
            throw new Failure(file + ": expected an array of the shape [N, " + shape.channels() + ", " + shape.height()
                    + ", " + shape.width() + "], found " + found);
        }
        for (float value : array.values()) {
            if (!Float.isFinite(value)) {
                throw new Failure(file + ": expected finite numbers, found " + value);
            }
        }
        return array.values();
    }
}
