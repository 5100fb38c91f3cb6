package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.network.Psnr;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReconstructionQualityTest {
    private static final ImageShape SHAPE = new ImageShape(3, 12, 12);

    @Test
    void psnrIsThatOfThePixelsWhateverTheStandardising() {
        float[] std = {0.2f, 0.5f, 2};
        Preparation preparation = new Preparation(SHAPE, new float[3], std, null, null, 0);
        float[] image = new float[SHAPE.size()];
        float[] reconstruction = new float[SHAPE.size()];
        for (int i = 0; i < image.length; i++) {
            // An error of a tenth of the range in every pixel: 20 dB.
            reconstruction[i] = 0.1f / std[i / 144];
        }
        assertEquals(20, Psnr.of(preparation, image, 0, reconstruction), 1e-5);
    }

    @Test
    void aModelIsMeasuredLayerByLayer() throws Exception {
        Random random = new Random(3);
        float[] pixels = new float[5 * SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        Dataset images = new Dataset(SHAPE, pixels, new int[5], List.of("a", "b"));
        NetworkSpec spec = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(4))
                .withFilters(8)
                .withLayers(3)
                .withKernel(5, false)
                .withObjective(Objective.RECONSTRUCT);
        Preparation preparation = Preparation.fit(images, Whitening.NONE, 0, Progress.NONE);
        Model model = new Model(Parameters.initial(spec, 1), preparation, List.of("a", "b"), Map.of());
        ReconstructionQuality found = ReconstructionQuality.of(model, images, Progress.NONE);
        double[] psnr = new double[3];
        double[] active = new double[3];
        float[] inputs = preparation.apply(images, Progress.NONE);
        for (int n = 0; n < 5; n++) {
            float[] input = Arrays.copyOfRange(inputs, n * SHAPE.size(), (n + 1) * SHAPE.size());
            Trace trace = new Inference(spec).trace(model.parameters(), input);
            for (int l = 0; l < 3; l++) {
                psnr[l] += Psnr.of(preparation, input, 0, trace.layers().get(l).reconstruction()) / 5;
                active[l] += trace.layers().get(l).activeFraction() / 5;
            }
        }
        for (int l = 0; l < 3; l++) {
            assertEquals(psnr[l], found.psnr().get(l), 1e-9);
            assertEquals(active[l], found.activeFractions().get(l), 1e-9);
        }
    }
}
