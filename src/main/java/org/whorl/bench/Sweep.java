package org.whorl.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.random.NormalNumbers;
import org.whorl.training.TrainingSteps;

/**
 * How the time of a training step grows with the filters, the images, their side and the layers. All points of one axis are measured in
 * turn, in many short rounds, so that other work on the machine slows them alike.
 */
public final class Sweep {
    private static final int ROUNDS = 6;

    /** What each axis starts from: 60 filters, batches of 64, 28×28×1, 4 layers. */
    private static final int SIDE = 28;

    private static final int BATCH = 64;
    private static final NetworkSpec SPEC = network(SIDE);

    private final int threads;

    /** Measures with so many worker threads. */
    public Sweep(int threads) {
        this.threads = threads;
    }

    /**
     * One point.
     *
     * @param axis what grows
     * @param value to which value
     * @param milliseconds median time of a training step
     * @param ratio against the point before; NaN for an axis' first
     * @param countedRatio the same of the operations that are counted from the shapes
     */
    public record Point(String axis, int value, double milliseconds, double ratio, double countedRatio) {}

    record Case(String axis, int value, NetworkSpec spec, int batch) {
        double work() {
            return batch * Bench.trainGflopPerImage(spec);
        }
    }

    private static NetworkSpec network(int side) {
        // Without rotation, or 15 filters would not be whole orbits; the kernels see filters, whatever makes them.
        return NetworkSpec.paper(new ImageShape(1, side, side), 10, new CyclicGroup(1));
    }

    static List<List<Case>> axes() {
        List<Case> filters = new ArrayList<>();
        for (int k = 15; k <= 240; k *= 2) {
            filters.add(new Case("filters", k, SPEC.withFilters(k), BATCH));
        }
        List<Case> images = new ArrayList<>();
        for (int n = BATCH / 2; n <= 2 * BATCH; n *= 2) {
            images.add(new Case("images a step", n, SPEC, n));
        }
        List<Case> sides = new ArrayList<>();
        for (int side = SIDE / 2; side <= 2 * SIDE; side *= 2) {
            sides.add(new Case("image side", side, network(side), BATCH));
        }
        List<Case> layers = new ArrayList<>();
        for (int l = 2; l <= 8; l *= 2) {
            layers.add(new Case("layers", l, SPEC.withLayers(l), BATCH));
        }
        return List.of(filters, images, sides, layers);
    }

    /** Measures for about so many seconds, and at least one step a round. */
    public List<Point> run(double seconds, Progress progress) {
        List<Point> points = new ArrayList<>();
        List<List<Case>> axes = axes();
        for (int i = 0; i < axes.size(); i++) {
            points.addAll(measure(axes.get(i), seconds / axes.size(), progress, i, axes.size()));
        }
        return points;
    }

    private List<Point> measure(List<Case> cases, double seconds, Progress progress, int axis, int axes) {
        List<TrainingSteps> steps = new ArrayList<>();
        List<List<Double>> times = new ArrayList<>();
        try {
            for (Case c : cases) {
                steps.add(steps(c));
                times.add(new ArrayList<>());
            }
            double share = seconds / (ROUNDS + 1) / cases.size();
            for (int round = 0; round <= ROUNDS; round++) {
                if (!progress.report("measuring", axis * (ROUNDS + 1L) + round, axes * (ROUNDS + 1L))) {
                    throw new CancellationException();
                }
                for (int i = 0; i < cases.size(); i++) {
                    double milliseconds = 1e3 / Bench.rate(steps.get(i)::step, share);
                    // In the first round the virtual machine compiles.
                    if (round > 0) {
                        times.get(i).add(milliseconds);
                    }
                }
            }
        } finally {
            steps.forEach(TrainingSteps::close);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            double time = Bench.median(times.get(i));
            double ratio = i == 0 ? Double.NaN : time / points.get(i - 1).milliseconds();
            double counted = i == 0 ? Double.NaN : c.work() / cases.get(i - 1).work();
            points.add(new Point(c.axis(), c.value(), time, ratio, counted));
        }
        return points;
    }

    private TrainingSteps steps(Case c) {
        SplittableRandom random = new SplittableRandom(1);
        NormalNumbers normal = new NormalNumbers(random);
        float[] images =
                new float[Math.multiplyExact(c.batch(), c.spec().input().size())];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) normal.next();
        }
        int[] labels = random.ints(c.batch(), 0, c.spec().classes()).toArray();
        return new TrainingSteps(c.spec(), Bench.settings(c.batch(), threads), images, labels);
    }
}
