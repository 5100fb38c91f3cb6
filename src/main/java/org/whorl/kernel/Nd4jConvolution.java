package org.whorl.kernel;

import java.nio.FloatBuffer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The kernels on ND4J's own convolutions, one image at a time. Needs no Vector API, and serves any geometry: also the dense one, where
 * a filter is as large as the image and a map is one number.
 */
public final class Nd4jConvolution implements Convolution {
    /** ND4J's number for filters that are stored [filters, channels, rows, columns]. */
    private static final int FILTERS_FIRST = 1;

    /** ND4J's number for images that are stored [images, channels, rows, columns]. */
    private static final int CHANNELS_FIRST = 0;

    private final Geometry geometry;
    private final Maps maps;
    private final INDArray image;
    private final INDArray code;
    private final INDArray correlation;
    private final INDArray correlationSum;

    // Views of the same memory: to ND4J, a correlation is a convolution of each channel's picture with the code maps as
    // its filters.
    private final INDArray channelsAsImages;
    private final INDArray mapsAsFilters;

    public Nd4jConvolution(Geometry geometry) {
        this.geometry = geometry;
        maps = Maps.rows(geometry.filters(), geometry.mapSize(), geometry.mapSize());
        int channels = geometry.channels();
        int filters = geometry.filters();
        image = Nd4j.create(DataType.FLOAT, 1, channels, geometry.height(), geometry.width());
        code = Nd4j.create(DataType.FLOAT, 1, filters, geometry.codeHeight(), geometry.codeWidth());
        correlation = Nd4j.create(DataType.FLOAT, channels, filters, geometry.kernelHeight(), geometry.kernelWidth());
        correlationSum = correlation.ulike();
        correlationSum.assign(0);
        channelsAsImages = image.reshape(channels, 1, geometry.height(), geometry.width());
        mapsAsFilters = code.reshape(filters, 1, geometry.codeHeight(), geometry.codeWidth());
    }

    private record Bank(INDArray filters) implements PackedFilters {}

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Maps maps() {
        return maps;
    }

    @Override
    public PackedFilters newFilters() {
        return new Bank(Nd4j.create(
                DataType.FLOAT,
                geometry.filters(),
                geometry.channels(),
                geometry.kernelHeight(),
                geometry.kernelWidth()));
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        put(filters, 0, ((Bank) into).filters());
    }

    @Override
    public void analyze(float[] from, int imageOffset, PackedFilters filters, float[] into, int codeOffset) {
        put(from, imageOffset, image);
        convolve("conv2d", image, ((Bank) filters).filters(), code);
        take(code, into, codeOffset);
    }

    @Override
    public void synthesize(float[] from, int codeOffset, PackedFilters filters, float[] into, int imageOffset) {
        put(from, codeOffset, code);
        convolve("deconv2d", code, ((Bank) filters).filters(), image);
        take(image, into, imageOffset);
    }

    @Override
    public void correlate(float[] fromImage, int imageOffset, float[] fromCode, int codeOffset, float scale) {
        put(fromImage, imageOffset, image);
        put(fromCode, codeOffset, code);
        convolve("conv2d", channelsAsImages, mapsAsFilters, correlation);
        if (scale != 1) {
            correlation.muli(scale);
        }
        correlationSum.addi(correlation);
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        take(correlationSum.permute(1, 0, 2, 3).dup('c'), filterGradient, offset);
        correlationSum.assign(0);
    }

    private void convolve(String operation, INDArray from, INDArray filters, INDArray into) {
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
    }

    private static void put(float[] from, int offset, INDArray into) {
        into.data().asNioFloat().put(0, from, offset, (int) into.length());
    }

    private static void take(INDArray from, float[] into, int offset) {
        FloatBuffer values = from.data().asNioFloat();
        values.get(0, into, offset, (int) from.length());
    }
}
