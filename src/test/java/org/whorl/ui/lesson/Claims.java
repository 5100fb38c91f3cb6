package org.whorl.ui.lesson;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;
import org.whorl.ui.model.data.Gallery;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a lesson's step shows, computed: a model that comes with Whorl and the digits of its test set. */
final class Claims {
    private final Model model;
    private final Inference inference;
    private final Dataset images;

    Claims(String gallery) throws IOException {
        model = Gallery.read(gallery).model();
        inference = new Inference(model.spec());
        inference.load(model.parameters());
        images = Datasets.load("digits", Optional.empty(), 1, Progress.NONE).test();
    }

    Model model() {
        return model;
    }

    Dataset images() {
        return images;
    }

    /** A test image as the network sees it, turned. */
    float[] input(int image, double degrees) {
        int size = images.shape().size();
        float[] raw = Arrays.copyOfRange(images.pixels(), image * size, (image + 1) * size);
        float[] turned = new float[size];
        ImageRotation.turn(raw, 0, turned, 0, images.shape(), degrees);
        model.preparation().apply(turned, 0, turned, 0);
        return turned;
    }

    Trace trace(int image, double degrees) {
        return inference.trace(input(image, degrees));
    }

    Trace trace(float[] input) {
        return inference.trace(input);
    }

    /** A step of a lesson that comes with Whorl, whose words still say what is computed here. */
    static Lesson.Step step(String lesson, int number, String... words) throws IOException {
        Lesson.Step step = LessonFiles.builtIn().stream()
                .filter(l -> l.title().equals(lesson))
                .findFirst()
                .orElseThrow()
                .steps()
                .get(number - 1);
        for (String said : words) {
            assertTrue(step.text().contains(said), step.title() + ": expected “" + said + "”");
        }
        return step;
    }
}
