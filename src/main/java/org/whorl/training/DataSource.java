package org.whorl.training;

import java.io.IOException;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/** Loads the images that a session trains on. */
@FunctionalInterface
public interface DataSource {
    TrainTest load(Progress progress) throws IOException;
}
