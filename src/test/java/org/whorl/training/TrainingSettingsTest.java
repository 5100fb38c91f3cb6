package org.whorl.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.whorl.data.Augmentation;
import org.whorl.data.whitening.Whitening;
import org.whorl.file.StrictJson;
import org.whorl.setting.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<TrainingSettings> settings() {
        Arbitrary<TrainingSettings> paced = Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.integers().between(1, 4096),
                        Arbitraries.doubles().between(1e-6, 10).ofScale(6),
                        Arbitraries.of(Schedule.class),
                        Arbitraries.of(0.1, 2.0, Double.POSITIVE_INFINITY))
                .as((epochs, batch, rate, schedule, clip) ->
                        TrainingSettings.DEFAULT.with(v -> v.with(TrainingSettings.EPOCHS, epochs)
                                .with(TrainingSettings.BATCH, batch)
                                .with(TrainingSettings.LEARNING_RATE, rate)
                                .with(TrainingSettings.SCHEDULE, schedule)
                                .with(TrainingSettings.CLIP, clip)));
        return Combinators.combine(
                        paced,
                        Arbitraries.of(Whitening.class),
                        Arbitraries.of(Augmentation.class).set(),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 256),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.doubles().between(0, 1000))
                .as((from, whitening, augmentation, seed, threads, testEvery, epsilon) ->
                        from.with(v -> v.with(TrainingSettings.WHITENING, whitening)
                                .with(TrainingSettings.AUGMENTATION, augmentation)
                                .with(TrainingSettings.SEED, seed)
                                .with(TrainingSettings.THREADS, threads)
                                .with(TrainingSettings.TEST_EVERY, testEvery)
                                .with(TrainingSettings.EPSILON, epsilon)));
    }

    @Property(tries = 300)
    void whatIsWrittenIntoAFileIsReadAgain(@ForAll("settings") TrainingSettings settings) throws IOException {
        assertEquals(settings, read(JSON.writeValueAsBytes(settings)));
    }

    @Property(tries = 300)
    void theOptionsThatAreWrittenForSettingsMakeThem(@ForAll("settings") TrainingSettings settings) {
        assertEquals(
                settings, TrainingSettings.ALL.make(TrainingSettings.ALL.read(TrainingSettings.ALL.write(settings))));
    }

    @Test
    void aRunOfBeforeThereWereTheseSettingsMeansTheUsualOnesFromNoise() throws IOException {
        String old = "{\"epochs\":10,\"batch\":64,\"learningRate\":0.01,\"schedule\":\"COSINE\",\"clip\":2.0,"
                + "\"whitening\":\"NONE\",\"seed\":1,\"threads\":2}";
        assertEquals(
                TrainingSettings.DEFAULT.with(TrainingSettings.START, Start.NOISE),
                read(old.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everySettingThatIsNullInAFileIsRefusedByName() {
        for (Setting<TrainingSettings, ?> setting : TrainingSettings.ALL.settings()) {
            ObjectNode tree = JSON.valueToTree(TrainingSettings.DEFAULT);
            tree.putNull(setting.key());
            String refusal = refusal(tree);
            assertTrue(
                    refusal.startsWith("x: " + setting.key() + ": expected ") && refusal.endsWith(", found null"),
                    refusal);
        }
    }

    @Test
    void aNullAmongAugmentationsAndAnUnknownScheduleAreRefused() {
        ObjectNode tree = JSON.valueToTree(TrainingSettings.DEFAULT);
        tree.putArray("augmentation").add("FLIP").addNull();
        assertEquals("x: augmentation: expected one of FLIP, SHIFT, QUARTER, TURN, found null", refusal(tree));
        tree.putArray("augmentation");
        tree.put("schedule", "LINEAR");
        assertEquals("x: schedule: expected one of STEP, COSINE, CONSTANT, found LINEAR", refusal(tree));
    }

    @Test
    void noCallerChangesTheAugmentationsOfSettingsThatAreMade() {
        Set<Augmentation> mine = EnumSet.of(Augmentation.TURN);
        TrainingSettings settings = TrainingSettings.DEFAULT.with(TrainingSettings.AUGMENTATION, mine);
        mine.add(Augmentation.FLIP);
        assertEquals(Set.of(Augmentation.TURN), settings.augmentation());
    }

    private static TrainingSettings read(byte[] json) throws IOException {
        return StrictJson.parse("x", json, TrainingSettings.class, "settings");
    }

    private static String refusal(ObjectNode tree) {
        return assertThrows(IOException.class, () -> read(JSON.writeValueAsBytes(tree)))
                .getMessage();
    }
}
