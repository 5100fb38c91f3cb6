package org.whorl.ui.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.whorl.file.StrictJson;

/** The experiments that come with Whorl: whatever {@code experiments.json} names. */
public final class Experiments {
    private static final String FOLDER = "/org/whorl/assets/experiments/";
    private static final int LARGEST = 1 << 16;

    private Experiments() {}

    /**
     * All of them, in the order to offer them; the window begins with the first.
     *
     * @throws IOException where one cannot be read: which file, and what is wrong
     */
    public static List<GuidedExperiment> builtIn() throws IOException {
        List<GuidedExperiment> all = new ArrayList<>();
        for (String name : StrictJson.parse(
                "experiments.json", bytes("experiments.json"), String[].class, "the names of experiments")) {
            all.add(StrictJson.parse(name, bytes(name), GuidedExperiment.class, "an experiment"));
        }
        return List.copyOf(all);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Experiments.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException(name + ": expected a file in assets/experiments, found none");
            }
            return in.readNBytes(LARGEST);
        }
    }

    /**
     * Its picture; null where there is none.
     *
     * @param dark whether it is for a dark window: then the one whose name ends in {@code -dark}, where the usual one would glare
     */
    static URL picture(GuidedExperiment experiment, boolean dark) {
        URL usual = Experiments.class.getResource(FOLDER + experiment.picture());
        URL night = Experiments.class.getResource(FOLDER + experiment.picture().replace(".png", "-dark.png"));
        return dark && night != null ? night : usual;
    }
}
