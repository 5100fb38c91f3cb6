package org.whorl.ui.experiment;

import java.util.Optional;

import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;

/**
 * Something that is worth watching, as its file has it: a run, or a view of what comes with Whorl.
 *
 * @param format of the file, {@value #FORMAT}
 * @param title a few words
 * @param text a sentence: what there is to see
 * @param picture the name of a PNG file beside it
 * @param view the title of the view in which it is watched; Training where the file does not say
 * @param model the network that is looked at, one that comes with Whorl; null where none is, or one is trained
 * @param data the set's name, one that needs no download; null where nothing is trained
 * @param network as run.json has it; the same
 * @param training as run.json has it; the same
 */
public record GuidedExperiment(
        int format,
        String title,
        String text,
        String picture,
        String view,
        String model,
        String data,
        NetworkSpec network,
        TrainingSettings training) {
    static final int FORMAT = 1;

    private static final String USUAL_VIEW = "Training";

    public GuidedExperiment {
        boolean run = model == null && data != null && network != null && training != null;
        boolean look = data == null && network == null && training == null && view != null;
        view = view == null ? USUAL_VIEW : view;
        if (format != FORMAT) {
            throw new IllegalArgumentException("format: expected " + FORMAT + ", found " + format);
        }
        if (title == null || text == null || picture == null || !(run || look)) {
            throw new IllegalArgumentException("expected title, text and picture, and either data, network and training"
                    + " or a view, perhaps with a model, alone, found not all of them");
        }
    }

    /** What is set for it; empty where nothing is trained. */
    public Optional<RunSettings> plan() {
        return Optional.ofNullable(data)
                .map(set -> new RunSettings(new DataChoice(set, Optional.empty()), network, training));
    }
}
