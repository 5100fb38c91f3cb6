package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.whorl.data.ImageShape;
import org.whorl.data.Picture;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.network.Model;

/** Reads what a network is to look at. */
final class NetworkInput {
    private NetworkInput() {}

    /** Prepared images, [N, C, H, W], at least one: an array's as they are, a picture prepared like the model's training images. */
    static float[] read(Path file, Model model) throws IOException, Failure {
        ImageShape shape = model.spec().input();
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            return array(file, shape);
        }
        float[] prepared = new float[shape.size()];
        model.preparation().apply(Picture.read(file, shape), 0, prepared, 0);
        return prepared;
    }

    private static float[] array(Path file, ImageShape shape) throws IOException, Failure {
        NpyArray array = Npy.read(file);
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
