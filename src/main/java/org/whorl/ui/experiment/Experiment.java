package org.whorl.ui.experiment;

import java.util.Optional;

import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;

/**
 * One run that is worth watching, as its file has it.
 *
 * @param format of the file, {@value #FORMAT}
 * @param title a few words
 * @param text a sentence: what there is to see
 * @param picture the name of a PNG file beside it
 * @param view the title of the view in which it is watched; Training where the file does not say
 * @param data the set's name, one that needs no download
 * @param network as run.json has it
 * @param training as run.json has it
 */
public record Experiment(
        int format,
        String title,
        String text,
        String picture,
        String view,
        String data,
        NetworkSpec network,
        TrainingSettings training) {
    static final int FORMAT = 1;

    private static final String USUAL_VIEW = "Training";

    public Experiment {
        view = view == null ? USUAL_VIEW : view;
        if (format != FORMAT) {
            throw new IllegalArgumentException("format: expected " + FORMAT + ", found " + format);
        }
        for (Object part : new Object[] {title, text, picture, data, network, training}) {
            if (part == null) {
                throw new IllegalArgumentException(
                        "expected title, text, picture, data, network and training, found not all of them");
            }
        }
    }

    /** What is set for it. */
    public RunSettings plan() {
        return new RunSettings(new DataChoice(data, Optional.empty()), network, training);
    }
}
