package org.whorl.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FilterStartTest {
    private static final int SIDE = 12;
    private static final int KERNEL = 6;
    private static final ImageShape SHAPE = new ImageShape(2, SIDE, SIDE);
    private static final NetworkSpec SPEC = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(4))
            .withFilters(16)
            .withLayers(2)
            .withKernel(KERNEL, false);

    /** Slopes, up to the right in the first channel and down in the second, of every image. */
    private static PreparedData slopes(int images) {
        float[] pixels = new float[images * SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE;
            int channel = i / (SIDE * SIDE) % 2;
            pixels[i] = channel == 0 ? x : SIDE - x / 2f;
        }
        return data(pixels, images);
    }

    private static PreparedData data(float[] pixels, int images) {
        return new PreparedData(
                pixels,
                true,
                new int[images],
                pixels,
                new int[images],
                Preparation.identity(SHAPE),
                List.of("a", "b"),
                "memory",
                "");
    }

    private static Parameters started(Start start, long seed, PreparedData data) {
        Parameters parameters = Parameters.initial(SPEC, seed);
        FilterStart.apply(start, parameters, seed, data);
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void everyChannelOfEveryFilterHasUnitNorm(Start start) {
        for (int layer = 0; layer < 2; layer++) {
            float[] filters = started(start, 1, slopes(5)).filters(layer);
            for (int at = 0; at < filters.length; at += KERNEL * KERNEL) {
                double square = 0;
                for (int i = at; i < at + KERNEL * KERNEL; i++) {
                    square += filters[i] * filters[i];
                }
                assertEquals(1, square, 1e-5);
            }
        }
    }

    @Test
    void noiseIsWhatParametersBeginWith() {
        assertArrayEquals(
                Parameters.initial(SPEC, 3).values(),
                started(Start.NOISE, 3, slopes(5)).values());
    }

    /** One sign for all channels of a filter: how they go together is part of what a piece shows. */
    @Test
    void piecesOfSlopesAreSlopesOfEitherSign() {
        float[] filters = started(Start.DATA, 1, slopes(5)).filters(0);
        int area = KERNEL * KERNEL;
        boolean[] signs = new boolean[2];
        for (int filter = 0; filter < filters.length / area; filter += 2) {
            float first = filters[filter * area + 1] - filters[filter * area];
            float second = filters[(filter + 1) * area + 1] - filters[(filter + 1) * area];
            assertEquals(first, -second, 1e-5);
            assertEquals(first, filters[filter * area + 3] - filters[filter * area + 2], 1e-5);
            signs[first > 0 ? 1 : 0] = true;
        }
        assertTrue(signs[0] && signs[1]);
    }

    /** A start is to be of use where most of an image is empty, as around a digit. */
    @Test
    void piecesThatShowNothingAreNotTaken() {
        float[] pixels = new float[40 * SHAPE.size()];
        for (int image = 0; image < 40; image++) {
            pixels[image * SHAPE.size() + 5 * SIDE + 5] = 12;
            pixels[image * SHAPE.size() + SIDE * SIDE + 5 * SIDE + 5] = 12;
        }
        float[] filters = started(Start.DATA, 1, data(pixels, 40)).filters(0);
        for (int at = 0; at < filters.length; at += KERNEL * KERNEL) {
            float[] filter = Arrays.copyOfRange(filters, at, at + KERNEL * KERNEL);
            Arrays.sort(filter);
            assertTrue(Math.max(filter[filter.length - 1], -filter[0]) > 0.9, "a single bright pixel");
        }
    }

    @Test
    void whereAllImagesAreEmptyNoiseStays() {
        PreparedData empty = data(new float[3 * SHAPE.size()], 3);
        assertArrayEquals(
                Parameters.initial(SPEC, 1).values(),
                started(Start.DATA, 1, empty).values(),
                1e-6f);
    }

    @Test
    void smoothFiltersVaryLessFromPixelToPixelThanNoise() {
        assertTrue(roughness(Start.SMOOTH) < 0.35 * roughness(Start.NOISE));
    }

    private static double roughness(Start start) {
        float[] filters = started(start, 1, slopes(5)).filters(0);
        double sum = 0;
        for (int i = 1; i < filters.length; i++) {
            sum += i % KERNEL == 0 ? 0 : (filters[i] - filters[i - 1]) * (filters[i] - filters[i - 1]);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void theSeedDecidesAndNothingElse(Start start) {
        float[] one = started(start, 1, slopes(5)).values();
        assertArrayEquals(one, started(start, 1, slopes(5)).values());
        assertFalse(Arrays.equals(one, started(start, 2, slopes(5)).values()));
    }

    /** Filters may be larger than the image, by what is padded, and as large as the image. */
    @ParameterizedTest
    @ValueSource(ints = {0, 14})
    void filtersOfEverySizeAreCut(int kernel) {
        NetworkSpec spec = kernel == 0 ? SPEC.withKernel(8, true) : SPEC.withKernel(kernel, false);
        Parameters parameters = Parameters.initial(spec, 1);
        float[] noise = parameters.filters(0);
        FilterStart.apply(Start.DATA, parameters, 1, slopes(5));
        assertFalse(Arrays.equals(noise, parameters.filters(0)));
    }

    @Test
    void aRunOfBeforeThereWasAChoiceBeganWithNoise() throws IOException {
        String now = new ObjectMapper().writeValueAsString(TrainingSettings.DEFAULT);
        String before = now.replaceAll(",?\"start\":\"[A-Z]+\"", "");
        assertFalse(before.contains("\"start\""), before);
        assertEquals(
                Start.NOISE,
                new ObjectMapper().readValue(before, TrainingSettings.class).start());
    }
}
