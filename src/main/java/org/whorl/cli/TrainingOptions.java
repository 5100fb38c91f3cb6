package org.whorl.cli;

import java.util.List;
import java.util.Set;

import org.whorl.data.Augmentation;
import org.whorl.data.Whitening;
import org.whorl.training.Schedule;
import org.whorl.training.TrainingSettings;
import picocli.CommandLine.Option;

/** The options on how a network is trained. */
final class TrainingOptions {
    @Option(
            names = "--whiten",
            defaultValue = "none",
            converter = Choice.OfWhitening.class,
            completionCandidates = Choice.OfWhitening.class,
            description = "ZCA: ${COMPLETION-CANDIDATES}; by the training set's statistics or by each set's own "
                    + "(default: ${DEFAULT-VALUE}).")
    private Whitening whitening;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            defaultValue = "0.01",
            description =
                    "What whitening adds to every variance, in units of a standardised pixel's (default: ${DEFAULT-VALUE}).")
    private double epsilon;

    @Option(
            names = "--augment",
            paramLabel = "WHAT",
            split = ",",
            converter = Choice.OfAugmentation.class,
            completionCandidates = Choice.OfAugmentation.class,
            description =
                    "Random variants of the training images, one or more: ${COMPLETION-CANDIDATES} (default: none).")
    private List<Augmentation> augmentation = List.of();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Passes over the training images (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            defaultValue = "0.01",
            description = "Adam's learning rate (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--schedule",
            defaultValue = "cosine",
            converter = Choice.OfSchedule.class,
            completionCandidates = Choice.OfSchedule.class,
            description = "How the learning rate changes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Schedule schedule;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            defaultValue = "2",
            description = "The gradient's greatest norm; Infinity for none (default: ${DEFAULT-VALUE}).")
    private double clip;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of everything that is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker threads; the result does not depend on them (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--test-every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Epochs from one test to the next; the last is always tested (default: ${DEFAULT-VALUE}).")
    private int testEvery;

    /**
     * The settings.
     *
     * @throws IllegalArgumentException where an option is out of its range
     */
    TrainingSettings settings() {
        return new TrainingSettings(
                epochs,
                batch,
                learningRate,
                schedule,
                clip,
                whitening,
                Set.copyOf(augmentation),
                seed,
                threads,
                testEvery,
                epsilon);
    }
}
