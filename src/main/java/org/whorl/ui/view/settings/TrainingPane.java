package org.whorl.ui.view.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;

import org.whorl.data.Augmentation;
import org.whorl.data.Whitening;
import org.whorl.training.Schedule;
import org.whorl.training.Start;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.model.settings.TrainingForm;

/** How to train. */
public final class TrainingPane extends SettingsPane {
    /**
     * @param chooser asks a person for a folder; given a sentence on what is looked for
     */
    public TrainingPane(Settings settings, Function<String, Optional<Path>> chooser) {
        super("Training");
        TrainingForm form = settings.training();
        arrange(
                form,
                List.of(
                        new SettingRow(
                                "Epochs",
                                "epochs",
                                NumberField.counting(form.epochsProperty()),
                                "Passes over the training images."),
                        new SettingRow(
                                "Batch",
                                "batch",
                                NumberField.doubling(form.batchProperty()),
                                "Images a training step."),
                        new SettingRow(
                                "Learning rate",
                                "lr",
                                NumberField.doubling(form.learningRateProperty()),
                                "The step of the optimiser, Adam.")),
                List.of(
                        SettingRow.choice(
                                "Schedule",
                                "schedule",
                                form.scheduleProperty(),
                                Schedule.class,
                                s -> s.name().toLowerCase(Locale.ROOT),
                                "How the learning rate changes: cosine with a warm-up, or by 1/3 at one and two thirds."),
                        new SettingRow(
                                "Gradient clip",
                                "clip",
                                NumberField.doubling(form.clipProperty()),
                                "The gradient's greatest norm."),
                        SettingRow.choice(
                                "Whitening",
                                "whitening",
                                form.whiteningProperty(),
                                Whitening.class,
                                w -> switch (w) {
                                    case NONE -> "none";
                                    case TRAIN -> "from train";
                                    case EACH -> "each set's own";
                                },
                                "ZCA, after standardising: fitted on the training images, or on each set (the authors')."),
                        new SettingRow(
                                "Whitening ε",
                                "epsilon",
                                NumberField.doubling(form.epsilonProperty()),
                                "What is added to every variance before whitening; more of it smooths, less brings out noise."),
                        SettingRow.toggle(
                                "Mirror images",
                                "flip",
                                form.augmentationProperty(Augmentation.FLIP),
                                "Left and right change places, half of the time: for photographs, not for digits."),
                        SettingRow.toggle(
                                "Shift images",
                                "shift",
                                form.augmentationProperty(Augmentation.SHIFT),
                                "Every epoch moves every training image by up to a fourteenth of its side."),
                        SettingRow.toggle(
                                "Quarter turns",
                                "quarter",
                                form.augmentationProperty(Augmentation.QUARTER),
                                "Every epoch turns every training image by a multiple of 90°, which blurs nothing."),
                        SettingRow.toggle(
                                "Turn images",
                                "turn",
                                form.augmentationProperty(Augmentation.TURN),
                                "Every epoch turns every training image by an angle of its own."),
                        SettingRow.choice(
                                "Filters start as",
                                "start",
                                form.startProperty(),
                                Start.class,
                                s -> switch (s) {
                                    case NOISE -> "noise";
                                    case SMOOTH -> "smooth noise";
                                    case DATA -> "pieces of images";
                                },
                                "What the filters are before training. Where images are empty, noise stays noise."),
                        new SettingRow(
                                "Start angles",
                                "start-angles",
                                NumberField.counting(form.startAnglesProperty()),
                                "For a learned angle: from how many it is searched, or the angles with commas between them."),
                        new SettingRow(
                                "Steps from each",
                                "start-steps",
                                NumberField.doubling(form.startStepsProperty()),
                                "For a learned angle: training steps from each of the start angles."),
                        new SettingRow(
                                "Rate of the angle",
                                "angle-rate",
                                NumberField.doubling(form.angleRateProperty()),
                                "For a learned angle: the step of its optimiser, in radians."),
                        new SettingRow(
                                "Cost of open orbits",
                                "closure",
                                NumberField.doubling(form.closureProperty()),
                                "For a learned angle: what an orbit that does not close costs late in the training."),
                        SettingRow.toggle(
                                "Close near orbits",
                                "noSnap",
                                form.snapProperty(),
                                "For a learned angle: late, within 2° of one at which the orbit closes, it becomes that."),
                        new SettingRow(
                                "Test every",
                                "test-every",
                                NumberField.counting(form.testEveryProperty()),
                                "Epochs from one test to the next; the last epoch is always tested."),
                        new SettingRow(
                                "Threads",
                                "threads",
                                NumberField.counting(form.threadsProperty()),
                                "Worker threads; the result does not depend on them."),
                        new SettingRow(
                                "Runs are kept in",
                                "runs",
                                folderButton(settings.runsFolderProperty(), chooser),
                                "The folder of all runs: metrics, checkpoint, model and history of each.")));
    }

    private static FolderButton folderButton(ObjectProperty<Path> folder, Function<String, Optional<Path>> chooser) {
        FolderButton button =
                new FolderButton(() -> chooser.apply("A folder for runs").ifPresent(folder::set));
        folder.addListener((o, was, is) -> button.show(is));
        button.show(folder.get());
        return button;
    }
}
