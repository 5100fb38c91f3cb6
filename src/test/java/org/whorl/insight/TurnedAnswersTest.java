package org.whorl.insight;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TurnedAnswersTest {
    @Test
    void theAnswerIsThatOfInferenceOnTheTurnedAndPreparedImage() throws IOException {
        TrainTest data = Datasets.load("digits", Optional.empty(), 1, Progress.NONE);
        Dataset test = data.test();
        NetworkSpec spec = NetworkSpec.paper(test.shape(), 10, new CyclicGroup(6));
        Model model = new Model(
                Parameters.initial(spec, 1),
                Preparation.fit(data.train(), Whitening.NONE, 0, Progress.NONE),
                test.classNames(),
                Map.of());
        TurnedAnswers answers = new TurnedAnswers(model);
        int size = test.shape().size();
        int offset = 7 * size;
        for (double degrees : new double[] {0, 33, 180}) {
            float[] turned = new float[size];
            ImageRotation.turn(
                    Arrays.copyOfRange(test.pixels(), offset, offset + size), 0, turned, 0, test.shape(), degrees);
            model.preparation().apply(turned, 0, turned, 0);
            Trace trace = new Inference(spec).trace(model.parameters(), turned);
            TurnedAnswers.Answer answer = answers.at(test.pixels(), offset, degrees);
            assertEquals(trace.prediction(), answer.named(), "at " + degrees);
            assertArrayEquals(trace.probabilities(), answer.probabilities(), 1e-9, "at " + degrees);
        }
    }
}
