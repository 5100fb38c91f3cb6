package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.whorl.file.Memory;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;

/**
 * What all steps of a run measured, as its folder's {@value #FILE} keeps it: for every quantity its points, [n, 4] with step, mean, least
 * and greatest value, and {@code NAME/values} [2], how many values each point and the last one stand for; and {@code steps_per_epoch}.
 * Numbers have the seven digits of a float32, and the file at most {@link StepCurve#CAPACITY} points a quantity.
 */
public final class StepCurves {
    /** The name in a run folder. */
    public static final String FILE = "steps.npz";

    public static final String LOSS = "loss";
    public static final String ACCURACY = "accuracy";
    public static final String LEARNING_RATE = "learning_rate";
    public static final String GRADIENT_NORM = "gradient_norm";
    /** How far the first layer's filters have form. */
    public static final String FORM = "form";

    private static final String STEPS_PER_EPOCH = "steps_per_epoch";
    private static final String VALUES = "/values";
    /** Of all quantities of 32 layers; they are kept in twice the bytes. */
    private static final long MOST_VALUES = Memory.atMost(4L * StepCurve.CAPACITY * 80 * Float.BYTES, 8) / Float.BYTES;

    private final Map<String, StepCurve> curves = new LinkedHashMap<>();
    private final int stepsPerEpoch;

    /** None yet. */
    public StepCurves(int stepsPerEpoch) {
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /** The gradient norm of a layer's filters, from 1; of the one bank where layers share it. */
    public static String gradientNorm(int layer) {
        return "layer" + layer + "/gradient_norm";
    }

    /** How far steps moved a layer's filters, from 1, by their own length. */
    public static String update(int layer) {
        return "layer" + layer + "/update";
    }

    /** Adds a step. */
    public void add(StepMetrics step) {
        curve(LOSS).add(step.step(), step.loss());
        curve(ACCURACY).add(step.step(), step.accuracy());
        curve(LEARNING_RATE).add(step.step(), step.learningRate());
        curve(GRADIENT_NORM).add(step.step(), step.gradientNorm());
        curve(FORM).add(step.step(), step.form());
        for (int l = 1; l <= step.layers().size(); l++) {
            LayerUpdate layer = step.layers().get(l - 1);
            curve(gradientNorm(l)).add(step.step(), layer.gradientNorm());
            curve(update(l)).add(step.step(), layer.ratio());
        }
    }

    private StepCurve curve(String quantity) {
        return curves.computeIfAbsent(quantity, name -> new StepCurve());
    }

    /** A quantity by step; empty where it was not measured. */
    public Optional<StepCurve> of(String quantity) {
        return Optional.ofNullable(curves.get(quantity)).filter(curve -> curve.size() > 0);
    }

    /** Whether it goes back to the first step: a run of before steps were kept that went on since has only the later ones. */
    public boolean isWhole() {
        return of(LEARNING_RATE).filter(c -> c.x(0) <= c.share()).isPresent();
    }

    /** Steps of an epoch, at least 1. */
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /**
     * Reads a run's steps; empty where its folder does not have them, as those of before they were kept.
     *
     * @param last the last step that counts: a run that was killed may have kept more than it can go on from
     * @throws IOException in one line, where they cannot be read
     */
    public static Optional<StepCurves> read(Path folder, int last) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Npz archive = Npz.read(file, member -> member.endsWith(".npy"), MOST_VALUES);
        StepCurves steps = new StepCurves((int) number(file, archive, STEPS_PER_EPOCH, 0, 1));
        for (Map.Entry<String, NpyArray> entry : archive.arrays().entrySet()) {
            NpyArray points = entry.getValue();
            if (points.shape().size() == 2) {
                if (points.shape().get(1) != 4 || points.shape().get(0) > StepCurve.CAPACITY) {
                    throw new NpyException(file + ": " + entry.getKey() + ": expected at most " + StepCurve.CAPACITY
                            + " points of 4 numbers, found " + points.shape());
                }
                int share = (int) number(file, archive, entry.getKey() + VALUES, 0, 2);
                int filled = (int) number(file, archive, entry.getKey() + VALUES, 1, 2);
                steps.curves.put(entry.getKey(), StepCurve.of(points.values(), share, filled, last));
            }
        }
        return Optional.of(steps);
    }

    private static float number(Path file, Npz archive, String name, int index, int count) throws NpyException {
        NpyArray array = archive.arrays().get(name);
        if (array == null || array.values().length != count || !(array.values()[index] >= 1)) {
            throw new NpyException(file + ": " + name + ": expected " + count + " numbers of at least 1, found "
                    + (array == null ? "none" : array.shape()));
        }
        return array.values()[index];
    }

    /** Writes them into a run's folder, in place of those that were there. */
    void write(Path folder) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(STEPS_PER_EPOCH, NpyArray.of(new float[] {stepsPerEpoch}, 1));
        curves.forEach((name, curve) -> {
            if (curve.size() > 0) {
                arrays.put(name, NpyArray.of(curve.points(), curve.size(), 4));
                arrays.put(name + VALUES, NpyArray.of(new float[] {curve.share(), curve.filled()}, 2));
            }
        });
        new Npz(Map.of(), arrays).write(folder.resolve(FILE));
    }
}
