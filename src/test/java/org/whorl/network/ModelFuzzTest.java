package org.whorl.network;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.SpoiltArchive;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;

/** Models and generators that are spoilt. */
class ModelFuzzTest {
    @TempDir
    Path folder;

    @Test
    void spoiltModelsAreRefusedOrRead() throws Exception {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 8, 8), 2, new CyclicGroup(4))
                .withFilters(8)
                .withLayers(3)
                .withKernel(4, false);
        Path file = folder.resolve("good.npz");
        Model model = new Model(
                Parameters.initial(spec, 1), Preparation.identity(spec.input()), List.of("one", "other"), Map.of());
        ModelFile.write(model, file);
        Feeding feeding = new Feeding(folder, "model.npz");
        feeding.feed(5_000, 1, Files.readAllBytes(file), SpoiltArchive::of, ModelFile::read);
        feeding.feed(1_500, 2, Files.readAllBytes(file), SpoiltArchive::of, each -> {
            try (InputStream in = Files.newInputStream(each)) {
                ModelFile.read(each.toString(), in);
            }
        });
        feeding.finish();
    }

    @Test
    void spoiltGeneratorsAreRefusedOrRead() throws Exception {
        double[][] pictures = new double[100][9];
        double[][] turned = new double[100][9];
        Random random = new Random(1);
        for (int n = 0; n < pictures.length; n++) {
            for (int i = 0; i < 9; i++) {
                pictures[n][i] = random.nextGaussian();
                // A quarter turn of 3 by 3 pixels.
                turned[n][(2 - i % 3) * 3 + i / 3] = pictures[n][i];
            }
        }
        GeneratorFit fit = GeneratorFit.of(pictures, turned, what -> {});
        Generator generator = Generator.nearest(3, 4, fit.orthogonal().getData());
        Path file = folder.resolve("good.npz");
        GeneratorFile.write(generator, fit, Map.of("order", 4), file);
        Feeding feeding = new Feeding(folder, "generator.npz");
        feeding.feed(3_000, 3, Files.readAllBytes(file), SpoiltArchive::of, GeneratorFile::read);
        feeding.finish();
    }
}
