package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run goes when another is begun in its folder: {@code earlier}, then {@code earlier-2} and so on. None is ever deleted. */
public final class EarlierRun {
    private static final String NAME = "earlier";

    private EarlierRun() {}

    /** The place in a run's folder that the next run to be put away gets. */
    public static Path next(Path folder) {
        Path place = folder.resolve(NAME);
        for (int i = 2; Files.exists(place); i++) {
            place = folder.resolve(NAME + "-" + i);
        }
        return place;
    }
}
