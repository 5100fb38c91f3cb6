package org.whorl.training;

import java.util.List;
import java.util.stream.IntStream;

import org.whorl.insight.BankForm;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/** How far filters have form while they are trained: measured after some of the steps, and after every epoch. */
final class FormMeasure {
    private static final int TIMES_AN_EPOCH = 10;

    /** Measuring is a twentieth of a small network's step. */
    private static final int LEAST_STEPS = 5;

    private final int every;

    FormMeasure(int stepsPerEpoch) {
        every = Math.max(LEAST_STEPS, stepsPerEpoch / TIMES_AN_EPOCH);
    }

    /** That of the first layer's filters, at a step after which it is measured; otherwise NaN. */
    double after(int step, Parameters parameters) {
        return step % every == 0 ? BankForm.median(parameters, 0) : Double.NaN;
    }

    /** That of each bank. */
    static List<Double> ofBanks(NetworkSpec spec, Parameters parameters) {
        return IntStream.range(0, spec.banks())
                .mapToObj(layer -> BankForm.median(parameters, layer))
                .toList();
    }
}
