package org.whorl.ui.lesson;

import java.io.InputStream;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.StrictJson;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;
import org.whorl.ui.experiment.GuidedExperiment;

/** Lessons and experiments that are spoilt. */
class LessonFuzzTest {
    @TempDir
    Path folder;

    private static byte[] asset(String name) throws Exception {
        try (InputStream in = LessonFuzzTest.class.getResourceAsStream("/org/whorl/assets/" + name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void spoiltLessonsAreRefusedOrRead() throws Exception {
        Feeding feeding = new Feeding(folder, "lesson.json");
        feeding.feed(1_500, 1, asset("lessons/unfolding.json"), Spoiling::text, LessonFiles::read);
        feeding.feed(1_500, 2, asset("lessons/rotation.json"), Spoiling::text, LessonFiles::read);
        feeding.finish();
    }

    @Test
    void spoiltExperimentsAreRefusedOrRead() throws Exception {
        new Feeding(folder, "edges.json")
                .feed(
                        4_000,
                        3,
                        asset("experiments/edges.json"),
                        Spoiling::text,
                        file -> StrictJson.read(file, 1 << 20, GuidedExperiment.class, "an experiment"))
                .finish();
    }
}
