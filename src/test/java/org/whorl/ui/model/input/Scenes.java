package org.whorl.ui.model.input;

import java.io.IOException;
import java.util.Optional;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.model.ShownNetwork;

/** Networks before training, shown with the built-in digits. */
public final class Scenes {
    private Scenes() {}

    public static ShownNetwork digits(int order) {
        try {
            TrainTest data = Datasets.load("digits", Optional.empty(), 1, Progress.NONE);
            NetworkSpec spec = NetworkSpec.paper(data.test().shape(), 10, new CyclicGroup(order));
            return new ShownNetwork(
                    "digits, C" + order,
                    Parameters.initial(spec, 1),
                    Preparation.fit(data.train(), Whitening.NONE, 0, Progress.NONE),
                    data.test().classNames(),
                    Optional.of(data),
                    1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
