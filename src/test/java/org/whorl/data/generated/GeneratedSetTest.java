package org.whorl.data.generated;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.SetName;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GeneratedSetTest {
    private static final String FEW = "images=50";

    private static TrainTest load(String name) throws IOException {
        return Datasets.load(name, Optional.empty(), 1, Progress.NONE);
    }

    /** Written down once: another Java or processor would make itself known here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "leaves:images=50 1e3b4ca69b0801a5",
                "leaves:images=50,colour,planted=37 b36ff88e9459ea39",
                "shapes:images=50 bbc9fc564e8670b6"
            })
    void theSameNameMakesTheSameBitsOnEveryMachine(String name, String checksum) throws IOException {
        assertEquals(checksum, load(name).checksum().substring(0, 16));
    }

    @Test
    void aRunsSeedChangesNothingAndTheSetsOwnSeedEverything() throws IOException {
        TrainTest one = load("shapes:" + FEW);
        TrainTest other = Datasets.load("shapes:" + FEW, Optional.empty(), 2, Progress.NONE);
        assertArrayEquals(one.train().pixels(), other.train().pixels());
        assertFalse(SetName.parse("shapes:" + FEW).dependsOnSeed());
        assertNotEquals(one.checksum(), load("shapes:seed=2," + FEW).checksum());
    }

    @Test
    void withoutOptionsTheSetsAreAsTheyAreListed() throws IOException {
        for (DatasetInfo info : GeneratedSet.infos()) {
            TrainTest set = load(info.name());
            assertEquals(info.shape(), set.train().shape());
            assertEquals(info.train(), set.train().size());
            assertEquals(info.test(), set.test().size());
            assertTrue(info.available());
        }
    }

    @Test
    void moreImagesBeginAsFewerDo() throws IOException {
        TrainTest few = load("leaves:images=20");
        TrainTest more = load("leaves:images=40");
        assertArrayEquals(few.train().pixels(), more.train().first(20).pixels());
        assertArrayEquals(few.test().pixels(), more.test().first(4).pixels());
        assertFalse(Arrays.equals(few.test().pixels(), more.train().first(4).pixels()));
    }

    @Test
    void sideColourAndNumberAreThoseOfTheName() throws IOException {
        TrainTest set = load("leaves:colour,16,images=10");
        assertEquals(new ImageShape(3, 16, 16), set.train().shape());
        assertEquals(10, set.train().size());
        assertEquals(2, set.test().size());
        float[] pixels = set.train().pixels();
        assertFalse(Arrays.equals(Arrays.copyOf(pixels, 256), Arrays.copyOfRange(pixels, 256, 512)));
    }

    /** All of it is covered, half of the grey levels are below a half, and every class is there. */
    @ParameterizedTest
    @ValueSource(strings = {"leaves", "leaves:planted=20", "atoms", "shapes", "shapes:upright"})
    void pixelsAreInRangeAndEveryClassIsThere(String name) throws IOException {
        Dataset set = load(name).train();
        float least = 1;
        float most = 0;
        double sum = 0;
        for (float pixel : set.pixels()) {
            least = Math.min(least, pixel);
            most = Math.max(most, pixel);
            sum += pixel;
        }
        assertTrue(least >= 0 && most <= 1.000001f, least + " to " + most);
        if (!name.startsWith("shapes")) {
            assertEquals(0.5, sum / set.pixels().length, 0.02);
        }
        for (int label = 0; label < set.classNames().size(); label++) {
            int wanted = label;
            long there = Arrays.stream(set.labels()).filter(l -> l == wanted).count();
            assertTrue(
                    there > set.size() / 10, there + " of " + set.classNames().get(label));
        }
    }

    /** Grey levels change least along a leaf: the direction of the slopes' mean square. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 37, 90, 120})
    void plantedLeavesLieInTheirDirection(double degrees) throws IOException {
        double[] orientation =
                orientation(load("leaves:images=200,planted=" + (int) degrees).train());
        double off = Math.abs(orientation[0] - degrees) % 180;
        assertTrue(Math.min(off, 180 - off) < 3, "found " + orientation[0]);
        assertTrue(orientation[1] > 0.25, "strength " + orientation[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaves:images=400", "leaves:images=400,planted=0,every=60"})
    void withoutAPlantedDirectionAllAreAlike(String name) throws IOException {
        double strength = orientation(load(name).train())[1];
        assertTrue(strength < 0.03, "strength " + strength);
    }

    /** The direction along which grey levels change least, degrees counter-clockwise in [0, 180), and by how much, 0 to 1. */
    private static double[] orientation(Dataset set) {
        int side = set.shape().width();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int image = 0; image < set.size(); image++) {
            for (int row = 1; row < side - 1; row++) {
                for (int column = 1; column < side - 1; column++) {
                    int at = (image * side + row) * side + column;
                    double right = slope(set.pixels(), at, 1, side);
                    double up = slope(set.pixels(), at, -side, 1);
                    xx += right * right;
                    yy += up * up;
                    xy += right * up;
                }
            }
        }
        double steepest = Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2);
        return new double[] {(steepest + 90 + 360) % 180, Math.hypot(xx - yy, 2 * xy) / (xx + yy)};
    }

    /** Of three parallel differences, weighted so that the direction of a slope comes out right (Scharr). */
    private static double slope(float[] pixels, int at, int along, int across) {
        double sum = 0;
        for (int i = -1; i <= 1; i++) {
            sum += (i == 0 ? 10 : 3) * (pixels[at + along + i * across] - pixels[at - along + i * across]);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leaves:|leaves:: expected options with commas between them, found \"\"",
                "leaves:48,,colour|leaves:48,,colour: expected options with commas between them, found \"48,,colour\"",
                "leaves:7|leaves:7: expected a side of 8 to 128, found \"7\"",
                "leaves:48,48|leaves:48,48: expected side once, found it twice",
                "leaves:colour=red|leaves:colour=red: expected colour without a value, found \"red\"",
                "leaves:every=60|leaves:every=60: expected planted=DEGREES, the first direction, beside every, found none",
                "leaves:planted=1,every=50|leaves:planted=1,every=50: expected every as a divisor of 360, found 50.0",
                "leaves:planted=1,every=0|leaves:planted=1,every=0: expected every as a divisor of 360, found 0.0",
                "leaves:planted=-3|leaves:planted=-3: expected planted in degrees from 0 to 360, found \"-3\"",
                "leaves:images=x|leaves:images=x: expected images from 10 to 100000, found \"x\"",
                "leaves:color|leaves:color: expected options from a side in pixels, images=N, seed=N, colour,"
                        + " planted=DEGREES, every=DEGREES, found \"color\"",
                "atoms:order=25|atoms:order=25: expected order from 1 to 24, found \"25\"",
                "atoms:every=0|atoms:every=0: expected every in degrees above 0, found 0",
                "atoms:kinds=0|atoms:kinds=0: expected kinds from 1 to 12, found \"0\"",
                "atoms:planted=3|atoms:planted=3: expected options from a side in pixels, images=N, seed=N, order=N,"
                        + " kinds=N, every=DEGREES, found \"planted\"",
                "shapes:colour|shapes:colour: expected options from a side in pixels, images=N, seed=N, upright,"
                        + " found \"colour\""
            })
    void whatIsNoOptionIsRefusedWithWhatThereIs(String name, String message) {
        assertEquals(
                message, assertThrows(DataException.class, () -> load(name)).getMessage());
    }

    /** One pattern in two orientations; in each image it stands so or so, and all images are of as many patterns. */
    @Test
    void plantedPatternsStandInTheirOrientationsOnly() throws IOException {
        double[] along =
                orientation(load("atoms:images=200,kinds=1,order=2,every=90").train());
        double[] one = orientation(load("atoms:images=200,kinds=1,order=1").train());
        assertTrue(one[1] > 0.3, "one orientation shows: " + one[1]);
        assertTrue(along[1] < 0.1, "two at right angles hide each other: " + along[1]);
        double[] turned =
                orientation(load("atoms:images=200,kinds=1,order=2,every=40").train());
        double off = Math.abs(turned[0] - one[0] - 20) % 180;
        assertTrue(Math.min(off, 180 - off) < 4, "the mean of two, at 0 and 40: " + one[0] + ", " + turned[0]);
    }

    @Test
    void drawingCanBeStopped() {
        assertThrows(
                CancellationException.class,
                () -> Datasets.load("leaves", Optional.empty(), 1, (what, done, total) -> false));
    }

    @Test
    void aTurnedSetOfShapesIsRead() throws IOException {
        assertEquals(50, load("rot-shapes:upright," + FEW).train().size());
    }
}
