package org.whorl.data.set;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatasetsTest {
    private static TrainTest load(String name, long seed) throws Exception {
        return Datasets.load(name, Optional.empty(), seed, Progress.NONE);
    }

    @Test
    void digitsComeWithTheApplication() throws Exception {
        TrainTest digits = load("digits", 1);
        assertEquals(1437, digits.train().size());
        assertEquals(360, digits.test().size());
        assertEquals(new ImageShape(1, 28, 28), digits.train().shape());
        // The file begins with 0, 1, 2 …: every fifth line, from the first, is a test digit.
        assertArrayEquals(new int[] {0, 5}, Arrays.copyOf(digits.test().labels(), 2));
        assertArrayEquals(
                new int[] {1, 2, 3, 4, 6}, Arrays.copyOf(digits.train().labels(), 5));
        int[] counts = new int[10];
        Arrays.stream(digits.train().labels()).forEach(label -> counts[label]++);
        assertTrue(Arrays.stream(counts).allMatch(count -> count > 130), Arrays.toString(counts));
        for (float value : digits.train().pixels()) {
            assertTrue(value >= 0 && value <= 1);
        }
    }

    @Test
    void enlargedDigitKeepsItsDarkAndBrightPlaces() throws Exception {
        Dataset test = load("digits", 1).test();
        // The first line of the file: row 3 begins 0, 4, 12 and has nothing at columns 3 and 4.
        assertTrue(test.pixels()[12 * 28 + 9] > 0.6f);
        assertTrue(test.pixels()[12 * 28 + 14] < 0.1f);
    }

    @Test
    void digitsAreSplitTheSameWayWhateverTheSeed() throws Exception {
        assertArrayEquals(
                load("digits", 1).test().labels(), load("digits", 2).test().labels());
        assertEquals(64, load("digits", 1).checksum().length());
    }

    @Test
    void turnedDigitsFollowTheSeed() throws Exception {
        TrainTest first = load("rot-digits", 1);
        assertEquals("rot-digits", first.name());
        assertEquals(1437, first.train().size());
        assertArrayEquals(first.train().pixels(), load("rot-digits", 1).train().pixels());
        assertFalse(Arrays.equals(
                first.train().pixels(), load("rot-digits", 2).train().pixels()));
    }

    @Test
    void patchesOfAnySetAreTurnedAtRandomNoneIsFlatAndTheyFollowTheSeed() throws Exception {
        TrainTest first = load("patches-digits", 1);
        assertEquals(new ImageShape(1, 8, 8), first.train().shape());
        assertEquals(4000, first.train().size());
        assertEquals(1000, first.test().size());
        assertArrayEquals(
                first.train().pixels(), load("patches-digits", 1).train().pixels());
        assertFalse(Arrays.equals(
                first.train().pixels(), load("patches-digits", 2).train().pixels()));
        for (int n = 0; n < first.test().size(); n++) {
            float[] patch = Arrays.copyOfRange(first.test().pixels(), 64 * n, 64 * n + 64);
            float least = 1;
            float most = 0;
            for (float value : patch) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            assertTrue(least >= 0 && most <= 1 && most - least > 0.04f, least + " to " + most);
        }
    }

    @Test
    void unknownNameSaysWhichNamesThereAre() {
        DataException e = assertThrows(DataException.class, () -> load("mnits", 1));
        assertTrue(e.getMessage().contains("mnits") && e.getMessage().contains("fashion-mnist"), e.getMessage());
    }

    @Test
    void missingSetSaysWhatWasLookedForWhereAndWhatToDo() {
        Path nowhere = Path.of("target", "no-such-folder");
        Places places = new Places(
                nowhere.resolve("cache"), nowhere.resolve("work"), nowhere.resolve("home"), nowhere.resolve("share"));
        for (String name : new String[] {"mnist", "fashion-mnist", "cifar10", "rot-mnist"}) {
            DataException e = assertThrows(
                    DataException.class, () -> Datasets.load(name, Optional.empty(), 1, Progress.NONE, places));
            String set = name.replace("rot-", "");
            assertFalse(e.getMessage().contains("\n"));
            assertTrue(e.getMessage().contains("whorl data get " + set), e.getMessage());
            assertTrue(
                    e.getMessage()
                            .contains(nowhere.resolve("cache").resolve(set).toString()),
                    e.getMessage());
            assertTrue(e.getMessage().contains(nowhere.resolve("share").toString()), e.getMessage());
            assertTrue(e.getMessage().contains("--data-dir"), e.getMessage());
        }
        assertEquals(8, Datasets.list(places).size());
        assertTrue(Datasets.list(places).stream().allMatch(info -> info.available() == info.builtIn()));
    }

    @Test
    void givenFolderIsTheOnlyOneThatCounts() {
        Path folder = Path.of("target", "no-such-folder");
        DataException e =
                assertThrows(DataException.class, () -> Datasets.load("mnist", Optional.of(folder), 1, Progress.NONE));
        assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
        assertNotEquals("", e.getMessage());
    }
}
