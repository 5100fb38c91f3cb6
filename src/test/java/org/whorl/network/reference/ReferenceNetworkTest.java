package org.whorl.network.reference;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.kernel.Geometry;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReferenceNetworkTest {
    static Stream<Geometry> geometries() {
        return Stream.of(
                new Geometry(1, 28, 28, 8, 8, 1, 60),
                new Geometry(3, 9, 7, 4, 2, 1, 5),
                new Geometry(3, 6, 6, 6, 6, 0, 7));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void theKernelsAreAdjointInDoublePrecision(Geometry g) {
        Nd4j.getRandom().setSeed(3);
        ReferenceKernels kernels = new ReferenceKernels(g, DataType.DOUBLE);
        INDArray bank = Nd4j.randn(DataType.DOUBLE, g.filters(), g.channels(), g.kernelHeight(), g.kernelWidth());
        INDArray images = Nd4j.randn(DataType.DOUBLE, 2, g.channels(), g.height(), g.width());
        INDArray code = Nd4j.randn(DataType.DOUBLE, 2, g.filters(), g.codeHeight(), g.codeWidth());

        double byCode = inner(code, kernels.analyze(images, bank));
        double byImage = inner(kernels.synthesize(code, bank), images);
        double byFilters = inner(kernels.correlate(images, code), bank);
        double scale = code.norm2Number().doubleValue() * images.norm2Number().doubleValue();
        assertEquals(byCode, byImage, 1e-10 * scale);
        assertEquals(byCode, byFilters, 1e-10 * scale);
        assertTrue(Math.abs(byCode) > 1e-3 * scale, "the products are not small by chance");
    }

    static Stream<Named<NetworkSpec>> equivariant() {
        NetworkSpec plain = shared(4);
        return Stream.of(
                Named.of("non-negative", plain),
                Named.of("soft, tied", plain.withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.SOFT, 0.2)),
                Named.of(
                        "ISTA, learned λ",
                        plain.withIteration(Unfolding.ISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2)
                                .withThreshold(0.4, true)),
                Named.of(
                        "3 channels, nearest",
                        plain.withInput(new ImageShape(3, 12, 12), 3).withInterpolation(Interpolation.NEAREST)),
                Named.of(
                        "odd sizes, bicubic",
                        plain.withInput(new ImageShape(1, 11, 11), 3)
                                .withKernel(5, false)
                                .withInterpolation(Interpolation.BICUBIC)),
                Named.of("C8, nearest", shared(8).withInterpolation(Interpolation.NEAREST)),
                Named.of(
                        "C12, odd kernel, nearest",
                        shared(12).withKernel(5, false).withInterpolation(Interpolation.NEAREST)),
                Named.of("without norms", plain.withNorm(Normalization.NONE).withThreshold(0.1, false)),
                Named.of("C2", shared(2)));
    }

    private static NetworkSpec shared(int order) {
        return NetworkSpec.paper(new ImageShape(1, 12, 12), 3, new CyclicGroup(order))
                .withFilters(2 * order)
                .withKernel(4, false)
                .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.NON_NEGATIVE, 0.2)
                .withHead(HeadKind.INVARIANT, Sharing.ORBIT);
    }

    @ParameterizedTest
    @MethodSource("equivariant")
    void turningTheImageTurnsAndShiftsEveryCode(NetworkSpec spec) {
        ReferenceExample example = ReferenceExample.of(spec, 2, 5);
        int quarters = spec.group().order() % 4 == 0 ? 1 : 2;
        INDArray turned = turned(example.images(), quarters);
        ReferencePass before = example.network().infer(example.parameters(), example.images());
        ReferencePass after = example.network().infer(example.parameters(), turned);
        for (int l = 0; l < spec.layers(); l++) {
            INDArray code = before.layers().get(l).code();
            double error = relativeError(
                    shifted(turned(code, quarters), spec, spec.group().order() * quarters / 4),
                    after.layers().get(l).code());
            assertTrue(error <= 1e-5, "layer " + l + ": error " + error);
            assertTrue(code.norm2Number().doubleValue() > 0, "there is a code");
        }
        assertTrue(relativeError(before.logits(), after.logits()) <= 1e-5, "the invariant head's scores stay");
    }

    @Test
    void normsOfFiltersOfTheirOwnBreakTheSymmetry() {
        NetworkSpec spec = shared(4).withHead(HeadKind.PLAIN, Sharing.FILTER);
        ReferenceExample example = ReferenceExample.of(spec, 2, 5);
        ReferencePass before = example.network().infer(example.parameters(), example.images());
        ReferencePass after = example.network().infer(example.parameters(), turned(example.images(), 1));
        double error = relativeError(shifted(turned(before.code(), 1), spec, 1), after.code());
        assertTrue(error > 1e-2, "error " + error);
    }

    @Test
    void at60DegreesTheSymmetryHoldsOnlyRoughly() {
        // Of a smooth image and smooth filters, since noise between pixels has no turned picture.
        NetworkSpec spec = shared(6).withInput(new ImageShape(1, 24, 24), 3).withKernel(8, false);
        ReferenceExample example = ReferenceExample.of(spec, 1, 5);
        INDArray image = Nd4j.zeros(DataType.DOUBLE, 1, 1, 24, 24);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 24; x++) {
                double dy = (y - 9) / 3.0;
                double dx = (x - 14) / 4.0;
                image.putScalar(new int[] {0, 0, y, x}, 2 * Math.exp(-dx * dx - dy * dy));
            }
        }
        example.network().layout().entries().stream()
                .filter(entry -> entry.name().endsWith("/filters"))
                .forEach(entry -> fillWithWaves(example.parameters(), entry));
        ReferencePass before = example.network().infer(example.parameters(), image);
        ReferencePass after = example.network().infer(example.parameters(), rotated(image, 60));
        double error = relativeError(shifted(rotated(before.code(), 60), spec, 1), after.code());
        assertTrue(error > 1e-3 && error < 1, "finite, and not zero: " + error);
        System.out.printf("equivariance error of the last code at 60°: %.3f%n", error);
    }

    @Test
    void runningStatisticsMoveATenthOfTheWayToTheBatch() {
        NetworkSpec spec = shared(4).withHead(HeadKind.PLAIN, Sharing.FILTER).withLayers(2);
        ReferenceExample example = ReferenceExample.of(spec, 3, 5);
        ReferenceStep step = example.step();
        // β of the first layer is 0, so its norm sees the code itself.
        INDArray code = step.pass().layers().get(0).code();
        int perFilter = (int) (code.length() / spec.filters());
        INDArray values = code.permute(1, 0, 2, 3).dup('c').reshape(spec.filters(), perFilter);
        ParameterLayout.Entry mean = example.network().layout().entry("layer0/norm/mean");
        ParameterLayout.Entry variance = example.network().layout().entry("layer0/norm/variance");
        for (int k = 0; k < spec.filters(); k++) {
            double sum = 0;
            for (int i = 0; i < perFilter; i++) {
                sum += values.getDouble(k, i);
            }
            double squares = 0;
            for (int i = 0; i < perFilter; i++) {
                squares += Math.pow(values.getDouble(k, i) - sum / perFilter, 2);
            }
            assertEquals(
                    0.9 * example.parameters()[mean.offset() + k] + 0.1 * sum / perFilter,
                    step.updated()[mean.offset() + k],
                    1e-12);
            assertEquals(
                    0.9 * example.parameters()[variance.offset() + k] + 0.1 * squares / (perFilter - 1),
                    step.updated()[variance.offset() + k],
                    1e-12);
        }
        assertArrayEquals(
                Arrays.copyOf(example.parameters(), example.network().layout().learnedSize()),
                Arrays.copyOf(step.updated(), example.network().layout().learnedSize()),
                "nothing learned is changed");
    }

    @Test
    void tiedLayersUseTheFirstFilters() {
        NetworkSpec spec = shared(4).withIteration(Unfolding.ISTA, WeightTying.TIED, Shrinkage.SOFT, 0.2);
        ReferenceExample tied = ReferenceExample.of(spec, 2, 5);
        ReferenceNetwork untied = new ReferenceNetwork(
                spec.withIteration(Unfolding.ISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2), DataType.DOUBLE);
        double[] copied = new double[untied.layout().size()];
        for (ParameterLayout.Entry to : untied.layout().entries()) {
            String from = to.name().endsWith("/filters") ? "layer0/filters" : to.name();
            System.arraycopy(
                    tied.parameters(), tied.network().layout().entry(from).offset(), copied, to.offset(), to.length());
        }
        assertEquals(
                0,
                relativeError(
                        tied.network().infer(tied.parameters(), tied.images()).logits(),
                        untied.infer(copied, tied.images()).logits()),
                1e-14);
    }

    @Test
    void floatAndDoubleAgree() {
        NetworkSpec spec = shared(6);
        ReferenceExample example = ReferenceExample.of(spec, 2, 5);
        ReferenceStep exact = example.step();
        ReferenceStep rounded = new ReferenceNetwork(spec, DataType.FLOAT)
                .step(example.parameters(), example.images(), example.labels());
        assertEquals(exact.loss(), rounded.loss(), 1e-5);
        double norm = 0;
        double difference = 0;
        for (int i = 0; i < exact.gradient().length; i++) {
            norm += Math.pow(exact.gradient()[i], 2);
            difference += Math.pow(exact.gradient()[i] - rounded.gradient()[i], 2);
        }
        assertTrue(Math.sqrt(difference / norm) < 1e-4, "relative difference " + Math.sqrt(difference / norm));
    }

    /** Smooth filters: a wave in a round window, each at another phase. */
    private static void fillWithWaves(double[] parameters, ParameterLayout.Entry filters) {
        int side = filters.shape().get(3);
        for (int i = 0; i < filters.length(); i++) {
            double x = i % side - (side - 1) / 2.0;
            double y = i / side % side - (side - 1) / 2.0;
            double phase = (double) i / (side * side);
            parameters[filters.offset() + i] =
                    0.3 * Math.exp(-(x * x + y * y) / 6) * Math.cos(0.9 * x + Math.floor(phase));
        }
    }

    private static double inner(INDArray a, INDArray b) {
        return a.mul(b).sumNumber().doubleValue();
    }

    private static double relativeError(INDArray expected, INDArray found) {
        return expected.sub(found).norm2Number().doubleValue()
                / expected.norm2Number().doubleValue();
    }

    /** Square pictures [N, maps, side, side], turned counter-clockwise by quarter turns, pixel by pixel. */
    private static INDArray turned(INDArray pictures, int quarters) {
        INDArray from = pictures;
        for (int quarter = 0; quarter < quarters; quarter++) {
            int side = (int) from.size(2);
            INDArray to = from.ulike();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    // The right edge becomes the top.
                    for (int n = 0; n < from.size(0); n++) {
                        for (int k = 0; k < from.size(1); k++) {
                            to.putScalar(new int[] {n, k, side - 1 - x, y}, from.getDouble(n, k, y, x));
                        }
                    }
                }
            }
            from = to;
        }
        return from;
    }

    /** Square pictures turned counter-clockwise by any angle. */
    private static INDArray rotated(INDArray pictures, double degrees) {
        int side = (int) pictures.size(2);
        INDArray operator = Nd4j.createFromArray(
                Rotation.of(side, degrees, Interpolation.BICUBIC).toMatrix());
        return pictures.reshape(pictures.size(0) * pictures.size(1), (long) side * side)
                .mmul(operator.transpose())
                .dup('c')
                .reshape(pictures.shape());
    }

    /** Codes whose filters (r, b) are those of (r − by, b). */
    private static INDArray shifted(INDArray code, NetworkSpec spec, int by) {
        INDArray shifted = code.ulike();
        for (int k = 0; k < spec.filters(); k++) {
            int to = (k + by * spec.baseFilters()) % spec.filters();
            for (int n = 0; n < code.size(0); n++) {
                shifted.slice(n).slice(to).assign(code.slice(n).slice(k));
            }
        }
        return shifted;
    }
}
