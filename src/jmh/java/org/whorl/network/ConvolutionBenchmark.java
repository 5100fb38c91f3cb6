package org.whorl.network;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;
import org.whorl.kernel.simd.Tiling;

/** The three linear maps of one layer on one image, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ConvolutionBenchmark {
    @Param
    public InputSize input;

    @Param
    public Tiling tiling;

    private Convolution convolution;
    private PackedFilters filters;
    private float[] filterGradient;
    private float[] image;
    private float[] code;
    private float[] outImage;
    private float[] outCode;

    @Setup
    public void prepare() {
        Geometry geometry = input.network().geometry();
        convolution = tiling.kernels().convolution(geometry);
        filterGradient = InputSize.noise(geometry.filters() * geometry.filterSize());
        filters = convolution.newFilters();
        convolution.pack(filterGradient, filters);
        image = input.images(1);
        outImage = new float[image.length];
        Maps maps = convolution.maps();
        code = new float[maps.length()];
        maps.pack(InputSize.noise(geometry.filters() * geometry.mapSize()), code, 0);
        outCode = new float[code.length];
    }

    /** Correlation with the filters. */
    @Benchmark
    public float[] analyze() {
        convolution.analyze(image, 0, filters, outCode, 0);
        return outCode;
    }

    /** Its adjoint. */
    @Benchmark
    public float[] synthesize() {
        convolution.synthesize(code, 0, filters, outImage, 0);
        return outImage;
    }

    /** The gradient by the filters, added to an inner sum. */
    @Benchmark
    public void correlate() {
        convolution.correlate(image, 0, code, 0, 1);
    }

    @TearDown(Level.Iteration)
    public void clearSum() {
        convolution.takeCorrelation(filterGradient, 0);
    }
}
