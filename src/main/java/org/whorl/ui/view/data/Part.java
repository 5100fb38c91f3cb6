package org.whorl.ui.view.data;

import org.whorl.data.Dataset;
import org.whorl.data.TrainTest;

/** The two parts of a set. */
enum Part {
    TRAIN("train"),
    TEST("test");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** For people. */
    String label() {
        return label;
    }

    /** This part of a set. */
    Dataset of(TrainTest set) {
        return this == TRAIN ? set.train() : set.test();
    }
}
