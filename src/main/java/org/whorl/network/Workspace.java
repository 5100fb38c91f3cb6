package org.whorl.network;

import org.whorl.kernel.Convolution;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.Maps;
import org.whorl.kernel.Passes;

/** What one thread needs to take one image through a layer: kernels, a head, and scratch memory that fits a cache. */
final class Workspace {
    final Convolution convolution;
    final Passes passes;
    final Head head;
    final Maps maps;
    /** What follows from the class scores of the image at hand. */
    final Scores scores;

    /** Correlations with the filters. */
    final float[] correlations;
    /** The point a layer starts from. */
    final float[] point;
    /** The code of a layer that is not kept. */
    final float[] code;
    /** Gradient by a code. */
    final float[] gradient;
    /** Two images. */
    final float[] image;

    final float[] residual;

    Workspace(NetworkSpec spec, Kernels kernels) {
        convolution = kernels.convolution(spec.geometry());
        passes = kernels.passes();
        maps = convolution.maps();
        head = new Head(spec, maps);
        scores = new Scores(spec.classes());
        correlations = new float[maps.length()];
        point = new float[maps.length()];
        code = new float[maps.length()];
        gradient = new float[maps.length()];
        image = new float[spec.geometry().imageSize()];
        residual = new float[spec.geometry().imageSize()];
    }

    /** image − what {@code point} synthesizes, into {@code to}. */
    void residualOfPoint(Weights weights, int layer, float[] images, int imageAt, float[] to, int toAt) {
        convolution.synthesize(point, 0, weights.filters(layer), image, 0);
        for (int i = 0; i < image.length; i++) {
            to[toAt + i] = images[imageAt + i] - image[i];
        }
    }
}
