package org.whorl.paper;

import java.util.ArrayList;
import java.util.List;

import org.whorl.group.CyclicGroup;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.setting.Values;
import org.whorl.training.AngleDefaults;
import org.whorl.training.StartAngles;
import org.whorl.training.TrainingSettings;

/**
 * What the paper names an exciting avenue for future work: the generator is learned. Where an angle is planted, or natural patches are turned at
 * random, whether it is found; on digits, what it is worth. Beside each network the same with the angle given.
 */
final class GeneratorTable {
    private static final List<Integer> PLANTED = List.of(3, 4, 5, 6, 8, 12);
    private static final List<Integer> NATURAL = List.of(6, 4);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final List<Long> ONE_SEED = List.of(1L);

    /** None is within 4° of an angle that is looked for, 360°·k/N with k and N coprime. */
    private static final StartAngles STARTS = StartAngles.parse("10,37.5,52.5,79,102,127,157,172");

    private static final int QUICK_LIMIT = 100;
    private static final int QUICK_DIGITS = 1_000;

    private final boolean quick;
    private final List<Cell> cells = new ArrayList<>();

    private GeneratorTable(boolean quick) {
        this.quick = quick;
    }

    static Table of(boolean quick) {
        GeneratorTable table = new GeneratorTable(quick);
        for (int order : PLANTED) {
            table.found(
                    "Planted, N = " + order,
                    "atoms-c" + order,
                    "atoms:images=400,order=" + order + ",seed=" + Experiment.SEED,
                    order,
                    20);
        }
        for (int order : NATURAL) {
            table.found(
                    "Natural patches turned at random, N = " + order,
                    "patches-cifar10-c" + order,
                    "patches-cifar10",
                    order,
                    5);
        }
        // The search takes about as long as the epochs that those with a given angle have more.
        table.classified("rot-MNIST turned, N = 4", Tables.ROT_MNIST, 0, 7, 10);
        table.classified("MNIST upright, N = 4", Tables.MNIST, 20_000, 5, 6);
        return new Table(
                "generator", "Learned generator: is the angle found, and what is it worth?", quick, table.cells);
    }

    /** Where images are all that is explained. */
    private void found(String row, String name, String data, int order, int epochs) {
        NetworkSpec spec = AngleDefaults.in(
                usual(order, GeneratorKind.LEARNED).with(NetworkSettings.OBJECTIVE, Objective.RECONSTRUCT),
                nothing -> false);
        TrainingSettings settings = AngleDefaults.in(settings(epochs), spec, nothing -> false);
        int limit = quick ? QUICK_LIMIT : 0;
        List<Long> seeds = quick ? ONE_SEED : SEEDS;
        TrainingSettings withoutSearch = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, settings.epochs())
                .with(TrainingSettings.LEARNING_RATE, settings.learningRate());
        NetworkSpec given = spec.withGenerator(GeneratorKind.FIXED);
        Experiment learned =
                new Experiment(name + "-learned", Preset.BEST, data, spec, searching(settings, 200), limit, seeds);
        Experiment fixed = new Experiment(name + "-given", Preset.BEST, data, given, withoutSearch, limit, seeds);
        angle(row, learned);
        cells.add(new Cell(row, "distance", learned, Measure.DISTANCE, Double.NaN));
        objectives(row, learned, fixed);
    }

    /** Where digits are to be told apart: no angle is the true one. */
    private void classified(String row, String data, int limit, int epochs, int epochsWithoutSearch) {
        NetworkSpec spec = AngleDefaults.in(usual(4, GeneratorKind.LEARNED), nothing -> false);
        NetworkSpec given = spec.withGenerator(GeneratorKind.FIXED)
                .withSupport(Support.usualFor(spec.group()))
                .withInterpolation(NetworkSettings.ALL.usual().get(NetworkSettings.INTERPOLATION));
        int images = quick ? QUICK_DIGITS : limit;
        Experiment learned = new Experiment(
                data + "-c4-learned", Preset.BEST, data, spec, searching(settings(epochs), 100), images, ONE_SEED);
        Experiment fixed = new Experiment(
                data + "-c4-given", Preset.BEST, data, given, settings(epochsWithoutSearch), images, ONE_SEED);
        angle(row, learned);
        objectives(row, learned, fixed);
        cells.add(new Cell(row, "accuracy", learned, Measure.ACCURACY, Double.NaN));
        cells.add(new Cell(row, "accuracy, angle given", fixed, Measure.ACCURACY, Double.NaN));
    }

    private void angle(String row, Experiment learned) {
        cells.add(new Cell(row, "angle", learned, Measure.ANGLE, Double.NaN));
        cells.add(new Cell(row, "closure", learned, Measure.CLOSURE, Double.NaN));
    }

    private void objectives(String row, Experiment learned, Experiment fixed) {
        cells.add(new Cell(row, "objective", learned, Measure.OBJECTIVE, Double.NaN));
        cells.add(new Cell(row, "objective, angle given", fixed, Measure.OBJECTIVE, Double.NaN));
    }

    private static Values<NetworkSpec> usual(int order, GeneratorKind generator) {
        NetworkSpec paper = NetworkSpec.paper(Tables.ANY, Tables.CLASSES, new CyclicGroup(order));
        return paper.values().with(NetworkSettings.GENERATOR, generator);
    }

    private TrainingSettings settings(int epochs) {
        return TrainingSettings.DEFAULT.with(TrainingSettings.EPOCHS, quick ? 1 : epochs);
    }

    private TrainingSettings searching(TrainingSettings settings, int steps) {
        return settings.with(TrainingSettings.START_ANGLES, quick ? StartAngles.spread(2) : STARTS)
                .with(TrainingSettings.START_STEPS, quick ? 10 : steps);
    }
}
