package org.whorl.network.reference;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.kernel.Geometry;

/**
 * The three linear maps on whole batches. Images are [N, C, H, W], codes [N, K, code height, code width], filter banks
 * [K, C, kernel height, kernel width].
 */
final class ReferenceKernels {
    private static final int CHANNELS_FIRST = 0;
    private static final int FILTERS_FIRST = 1;

    private final Geometry geometry;
    private final DataType type;

    ReferenceKernels(Geometry geometry, DataType type) {
        this.geometry = geometry;
        this.type = type;
    }

    /** Wᵀ x, the correlation of images with the filters. */
    INDArray analyze(INDArray images, INDArray bank) {
        INDArray code = Nd4j.createUninitialized(
                type, images.size(0), geometry.filters(), geometry.codeHeight(), geometry.codeWidth());
        return convolve("conv2d", images, bank, code);
    }

    /** W z, the adjoint: a transposed convolution. */
    INDArray synthesize(INDArray code, INDArray bank) {
        INDArray images =
                Nd4j.createUninitialized(type, code.size(0), geometry.channels(), geometry.height(), geometry.width());
        return convolve("deconv2d", code, bank, images);
    }

    /** The gradient of ⟨code, analyze(images)⟩ by the filter bank, summed over the batch. */
    INDArray correlate(INDArray images, INDArray code) {
        // Channels as images and images as channels: then the code maps are the filters of an ordinary convolution.
        INDArray sums = Nd4j.createUninitialized(
                type, geometry.channels(), geometry.filters(), geometry.kernelHeight(), geometry.kernelWidth());
        convolve("conv2d", swapped(images), swapped(code), sums);
        return swapped(sums);
    }

    private static INDArray swapped(INDArray array) {
        return array.permute(1, 0, 2, 3).dup('c');
    }

    private INDArray convolve(String operation, INDArray from, INDArray filters, INDArray into) {
        int padding = geometry.padding();
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(from, filters)
                .addOutputs(into)
                .addIntegerArguments(
                        (int) filters.size(2),
                        (int) filters.size(3),
                        1,
                        1,
                        padding,
                        padding,
                        1,
                        1,
                        0,
                        CHANNELS_FIRST,
                        FILTERS_FIRST)
                .build());
        return into;
    }
}
