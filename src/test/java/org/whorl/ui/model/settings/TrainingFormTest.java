package org.whorl.ui.model.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.StringProperty;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.Augmentation;
import org.whorl.data.whitening.Whitening;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.training.Schedule;
import org.whorl.training.Start;
import org.whorl.training.StartAngles;
import org.whorl.training.TrainingSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TrainingFormTest {
    @Test
    void showsAndReturnsTheSameSettings() {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 100)
                .with(TrainingSettings.BATCH, 128)
                .with(TrainingSettings.LEARNING_RATE, 0.003)
                .with(TrainingSettings.SCHEDULE, Schedule.STEP)
                .with(TrainingSettings.CLIP, Double.POSITIVE_INFINITY)
                .with(TrainingSettings.WHITENING, Whitening.EACH)
                .with(TrainingSettings.AUGMENTATION, Set.of(Augmentation.FLIP))
                .with(TrainingSettings.SEED, -5L)
                .with(TrainingSettings.THREADS, 3)
                .with(TrainingSettings.TEST_EVERY, 20)
                .with(TrainingSettings.EPSILON, 0.7)
                .with(TrainingSettings.START, Start.SMOOTH)
                .with(TrainingSettings.START_ANGLES, StartAngles.parse("20,75.5"))
                .with(TrainingSettings.START_STEPS, 30)
                .with(TrainingSettings.ANGLE_RATE, 0.02)
                .with(TrainingSettings.CLOSURE, 0.5)
                .with(TrainingSettings.NO_SNAP, true);
        TrainingForm form = new TrainingForm();
        form.set(settings);
        assertEquals(settings, form.getValue());
        assertEquals("0.003", form.text(TrainingSettings.LEARNING_RATE).get());
    }

    @ParameterizedTest
    @CsvSource({"0, epochs", "many, epochs", "1.5, epochs"})
    void namesTheFieldThatIsWrong(String typed, String field) {
        TrainingForm form = new TrainingForm();
        form.text(TrainingSettings.EPOCHS).set(typed);
        assertEquals(field, form.problemProperty().get().orElseThrow().field());
    }

    @Test
    void aRefusedTextLeavesWhatStoodBeforeItWasTyped() {
        TrainingForm form = new TrainingForm();
        StringProperty epochs = form.text(TrainingSettings.EPOCHS);
        epochs.set("40");
        form.settle();
        for (String typed : List.of("9", "99", "99x")) {
            epochs.set(typed);
        }
        assertEquals("epochs", form.problemProperty().get().orElseThrow().field());
        assertEquals(40, form.getValue().epochs());
        epochs.set("99");
        assertEquals(99, form.getValue().epochs(), "what is typed is seen at once");
        form.settle();
        epochs.set("99y");
        assertEquals(99, form.getValue().epochs(), "what was meant stays");
    }

    @ParameterizedTest
    @CsvSource({"none", "0", "400;20"})
    void startAnglesThatAreNoneAreNamed(String typed) {
        TrainingForm form = new TrainingForm();
        form.text(TrainingSettings.START_ANGLES).set(typed.replace(';', ','));
        assertEquals("start-angles", form.problemProperty().get().orElseThrow().field());
        form.text(TrainingSettings.START_ANGLES).set("5");
        assertEquals(StartAngles.spread(5), form.getValue().get(TrainingSettings.START_ANGLES));
    }

    @Test
    void refusesToTestEveryNoEpochs() {
        TrainingForm form = new TrainingForm();
        form.text(TrainingSettings.TEST_EVERY).set("0");
        assertEquals("test-every", form.problemProperty().get().orElseThrow().field());
    }

    @Test
    void refusesALearningRateOfZero() {
        TrainingForm form = new TrainingForm();
        form.text(TrainingSettings.LEARNING_RATE).set("0");
        assertEquals("lr", form.problemProperty().get().orElseThrow().field());
    }

    @Test
    void theUsualRatesOfALearnedGeneratorComeOnceAndGoAgainAndWhatWasTypedSinceStays() {
        Settings settings = new Settings(Path.of("unused"));
        TrainingForm form = settings.training();
        NetworkForm network = settings.network();
        form.text(TrainingSettings.EPOCHS).set("many");
        form.text(TrainingSettings.LEARNING_RATE).set("0.02");
        network.choice(NetworkSettings.GENERATOR).set(GeneratorKind.LEARNED);
        assertEquals("0.02", form.text(TrainingSettings.LEARNING_RATE).get(), "classes want no rate of their own");
        network.aimProperty().set(Aim.RECONSTRUCT);
        assertEquals("0.01", form.text(TrainingSettings.LEARNING_RATE).get());
        assertEquals("0.002", form.text(TrainingSettings.ANGLE_RATE).get());
        assertEquals("many", form.text(TrainingSettings.EPOCHS).get(), "other fields are the user's");
        form.text(TrainingSettings.ANGLE_RATE).set("0.004");
        network.reconstructProperty().set("2");
        assertEquals("0.004", form.text(TrainingSettings.ANGLE_RATE).get());
        network.choice(NetworkSettings.GENERATOR).set(GeneratorKind.FIXED);
        assertEquals("0.02", form.text(TrainingSettings.LEARNING_RATE).get());
        assertEquals("0.004", form.text(TrainingSettings.ANGLE_RATE).get(), "it was typed since");
    }
}
