package org.whorl.ui.view.compare;

import java.util.function.ToDoubleFunction;

import org.whorl.training.EpochMetrics;

/** What a curve over epochs shows. */
enum Quantity {
    TEST_ACCURACY("test accuracy", true, EpochMetrics::testAccuracy),
    TEST_LOSS("test loss", false, EpochMetrics::testLoss),
    TRAIN_ACCURACY("training accuracy", true, EpochMetrics::trainAccuracy),
    TRAIN_LOSS("training loss", false, EpochMetrics::trainLoss);

    private final String label;
    private final boolean share;
    private final ToDoubleFunction<EpochMetrics> value;

    Quantity(String label, boolean share, ToDoubleFunction<EpochMetrics> value) {
        this.label = label;
        this.share = share;
        this.value = value;
    }

    /** The name for people. */
    String label() {
        return label;
    }

    /** Whether it is a share from 0 to 1, shown as per cent. */
    boolean isShare() {
        return share;
    }

    double of(EpochMetrics epoch) {
        return value.applyAsDouble(epoch);
    }
}
