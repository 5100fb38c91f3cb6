package org.whorl.ui.view.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.Inbox;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the Data view shows, without a window, on the digits that come with Whorl. */
class DataModelTest {
    private final Inbox inbox = new Inbox();
    private final Settings settings = new Settings(Path.of("unused"));
    private final SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), inbox);
    private final DataModel model = new DataModel(chosen, inbox);
    private final WhiteningModel whitening = new WhiteningModel(settings, model, inbox);
    private TrainTest digits;

    @BeforeEach
    void read() {
        chosen.read();
        inbox.until(() -> model.dataProperty().get().isPresent());
        digits = model.dataProperty().get().orElseThrow();
        model.setColumns(12);
    }

    private WhiteningModel.State fitted() {
        inbox.until(() -> !whitening.stateProperty().get().running());
        return whitening.stateProperty().get();
    }

    @Test
    void everyRowHoldsImagesOfItsClass() {
        int[] page = model.page();
        assertEquals(10 * 12, page.length);
        for (int i = 0; i < page.length; i++) {
            assertEquals(i / 12, digits.train().labels()[page[i]]);
        }
        assertEquals(120, IntStream.of(page).distinct().count());
    }

    @Test
    void pagesGoThroughAllImagesOnce() {
        int seen = 0;
        int before;
        do {
            before = model.firstProperty().get();
            seen += (int) IntStream.of(model.page()).filter(i -> i >= 0).count();
            model.turnPage(1);
        } while (model.firstProperty().get() > before);
        assertEquals(digits.train().size(), seen);
        model.turnPage(-1000);
        assertEquals(0, model.firstProperty().get());
    }

    @Test
    void shufflingShowsOthersOfTheSameClasses() {
        int[] inOrder = model.page();
        model.shuffle();
        int[] shuffled = model.page();
        assertFalse(Arrays.equals(inOrder, shuffled));
        for (int i = 0; i < shuffled.length; i++) {
            assertEquals(i / 12, digits.train().labels()[shuffled[i]]);
        }
    }

    @Test
    void theTestPartHasItsOwnNumbers() {
        inbox.until(() -> model.factsProperty().get().isPresent());
        SetFacts train = model.factsProperty().get().orElseThrow();
        assertEquals(1437, train.numbers().images());
        model.partProperty().set(Part.TEST);
        inbox.until(() -> model.factsProperty().get().isPresent());
        SetFacts test = model.factsProperty().get().orElseThrow();
        assertEquals(360, test.numbers().images());
        assertEquals(360, test.numbers().classCounts().stream().mapToInt(i -> i).sum());
        assertNotEquals(train.numbers().mean(), test.numbers().mean());
        double mean = IntStream.range(0, 784)
                .mapToDouble(i -> test.means().overall()[i])
                .average()
                .orElseThrow();
        assertEquals(test.numbers().mean().get(0), mean, 1e-6, "the mean image's mean is the mean of all pixels");
    }

    @Test
    void samplesAreTurnedAsTheSliderSays() {
        model.degreesProperty().set(90);
        int[] one = {5};
        float[] turned = model.turned(digits.train(), one);
        float[] expected = new float[784];
        ImageRotation.turn(
                digits.train().pixels(), 5 * 784, expected, 0, digits.train().shape(), 90);
        assertArrayEquals(expected, turned);
    }

    @Test
    void anotherSetReplacesWhatIsShown() {
        settings.dataProperty().set(new DataChoice("rot-digits", Optional.empty()));
        assertTrue(model.images().isEmpty(), "nothing old is shown meanwhile");
        inbox.until(() -> model.dataProperty().get().isPresent());
        assertEquals("rot-digits", model.dataProperty().get().orElseThrow().name());
        inbox.until(() -> model.factsProperty().get().isPresent());
        assertEquals(
                model.images().orElseThrow(),
                model.factsProperty().get().orElseThrow().set());
    }

    @Test
    void whiteningIsTheOneThatTrainingUses() throws Exception {
        settings.training().text(TrainingSettings.EPSILON).set("0.05");
        settings.limit().limitProperty().set("300");
        whitening.fit();
        Preparation fitted = fitted().fitted().orElseThrow();
        Preparation expected = Preparation.fit(digits.train().first(300), Whitening.TRAIN, 0.05, Progress.NONE);
        assertArrayEquals(expected.whitening(), fitted.whitening());
        assertEquals(300, whitening.images());
        assertTrue(whitening.isCurrent());
        settings.training().text(TrainingSettings.EPSILON).set("0.1");
        assertFalse(whitening.isCurrent());
    }

    @Test
    void samplesAreWhitenedAsANetworkWouldSeeThem() {
        settings.limit().limitProperty().set("200");
        model.degreesProperty().set(30);
        whitening.fit();
        Preparation fitted = fitted().fitted().orElseThrow();
        whitening.apply();
        inbox.until(() -> whitening.pairProperty().get().isPresent());
        WhiteningModel.Pair pair = whitening.pairProperty().get().orElseThrow();
        Dataset turned = ImageRotation.turn(digits.train(), 30);
        float[] expected = new float[784];
        for (int c = 0; c < 10; c++) {
            fitted.apply(turned.pixels(), pair.numbers()[c] * 784, expected, 0);
            assertArrayEquals(expected, Arrays.copyOfRange(pair.after(), c * 784, (c + 1) * 784), 1e-6f);
        }
    }

    @Test
    void whiteningCanBeCancelledAndBegunAgain() {
        settings.training().text(TrainingSettings.EPSILON).set("0.0123");
        whitening.fit();
        whitening.cancel();
        WhiteningModel.State stopped = fitted();
        assertEquals(Optional.empty(), stopped.fitted());
        assertFalse(stopped.problem());
        whitening.fit();
        assertTrue(fitted().fitted().isPresent());
    }

    @Test
    void smallSetsAreWhitenedUnasked() {
        settings.training().text(TrainingSettings.EPSILON).set("0.02");
        assertTrue(whitening.isQuick());
        whitening.follow();
        assertEquals(0.02, fitted().fitted().orElseThrow().epsilon());
        settings.training().text(TrainingSettings.EPSILON).set("0.03");
        whitening.follow();
        assertEquals(0.03, fitted().fitted().orElseThrow().epsilon());
    }

    @Test
    void aSetThatCannotBeReadSaysWhyAndCanBeTriedAgain() {
        settings.dataProperty().set(new DataChoice("mnist", Optional.of(Path.of("no", "such", "folder"))));
        inbox.until(() -> chosen.stateProperty().get().problem());
        assertTrue(chosen.stateProperty().get().words().contains("found nothing there"));
        assertTrue(model.images().isEmpty());
        settings.dataProperty().set(DataChoice.DIGITS);
        inbox.until(() -> model.images().isPresent());
    }

    @Test
    void aLimitIsCheckedAndSaidBesideItsField() {
        settings.limit().limitProperty().set("0");
        assertFalse(settings.isValid());
        assertEquals("limit", settings.problemProperty().get().orElseThrow().field());
        settings.limit().limitProperty().set("");
        assertTrue(settings.isValid());
        assertTrue(settings.planProperty().get().limit().isEmpty());
        settings.limit().limitProperty().set("100");
        assertEquals(100, settings.planProperty().get().limited(digits).train().size());
    }

    @Test
    void titlesOfSetsAreShort() {
        assertEquals("pets", new DataChoice("folder:/some/where/pets", Optional.empty()).title());
        assertEquals("pets, turned", new DataChoice("rot-folder:/some/where/pets/", Optional.empty()).title());
        assertEquals("i-idx3", new DataChoice("idx:/a/i-idx3,/a/l-idx1", Optional.empty()).title());
        assertEquals(
                "rot-mnist",
                new DataChoice("mnist", Optional.empty()).turned(true).name());
        assertEquals(
                "mnist",
                new DataChoice("rot-mnist", Optional.empty()).turned(false).name());
    }
}
