package org.whorl.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** Wrong usage ends with 2, failure with 1, each with one line. */
class UsageTest {
    @TempDir
    Path folder;

    @Test
    void anAngleThatDoesNotDivideTheCircleIsRefusedWithTheTwoNearestThatDo() {
        Ran ran = whorl("train", "--data", "digits", "--angle", "50", "--out", folder.resolve("run"));
        assertWrongUsage(ran);
        assertTrue(ran.err().contains("45") && ran.err().contains("60"), ran.err());
        assertFalse(Files.exists(folder.resolve("run")), "a run was begun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--angle ninety",
                "--filters 0",
                "--filters many",
                "--layers 0",
                "--kernel 99",
                "--step -1",
                "--lambda some",
                "--lambda -1",
                "--shrinkage hard",
                "--head round",
                "--head invariant --sharing filter",
                "--interpolation cubic",
                "--objective guess",
                "--objective classify:0",
                "--whiten some",
                "--epochs 0",
                "--batch 0",
                "--lr 0",
                "--lr NaN",
                "--schedule linear",
                "--clip 0",
                "--threads 0",
                "--limit 0",
                "--seed one",
                "--no-such-option"
            })
    void aSettingOutOfItsRangeIsWrongUsage(String setting) {
        String[] words = ("train --data digits --out " + folder.resolve("run") + " " + setting).split(" ");
        assertWrongUsage(whorl((Object[]) words));
        assertFalse(Files.exists(folder.resolve("run")), "a run was begun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trane",
                "train --out run",
                "evaluate --model m.npz",
                "evaluate --model m.npz --images i.idx",
                "evaluate --model m.npz --data digits --images i.idx --labels l.idx",
                "filters --model m.npz",
                "filters --model m.npz --out bank.bmp",
                "filters --model m.npz --out bank.png --width 3",
                "filters --model m.npz --out bank.png --width 4294968496px",
                "codes --model m.npz",
                "symmetry --model m.npz --angles 0:360",
                "symmetry --model m.npz --angles 0:360:0",
                "bench --shape 28x28",
                "bench --shape 1x4x4",
                "filters --model m.npz --out bank.png --width 16cm --dpi 0",
                "paper table1 --quick --seeds 99 --out p",
                "bench --seconds 0",
                "data",
                "data lost",
                "info --no-such-option"
            })
    void anUnknownOrMissingOptionIsWrongUsage(String line) {
        assertWrongUsage(whorl((Object[]) line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info --model",
                "evaluate --data digits --model",
                "filters --out bank.png --model",
                "codes --input x.npy --out codes --model",
                "symmetry --model"
            })
    void aModelThatIsNotThereIsNamedInOneLine(String line) {
        Ran ran = whorl((Object[]) (line + " " + folder.resolve("none.npz")).split(" "));
        assertFailed(ran);
        assertTrue(ran.err().contains("none.npz"), ran.err());
    }

    @Test
    void anUnknownDataSetIsNamedInOneLine() {
        Ran ran = whorl("train", "--data", "nothing", "--epochs", 1, "--out", folder.resolve("run"));
        assertEquals(1, ran.exit(), ran.err());
        String last = ran.errorLines().get(ran.errorLines().size() - 1);
        assertTrue(last.contains("nothing"), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
    }

    @Test
    void debugShowsWhereAnErrorCameFrom() {
        Ran ran = whorl("info", "--debug", "--model", folder.resolve("none.npz"));
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("\tat org.whorl."), ran.err());
    }

    @Test
    void helpListsEveryCommand() {
        Ran ran = whorl("--help").succeeded();
        for (String command :
                new String[] {"train", "evaluate", "filters", "codes", "symmetry", "info", "data", "bench"}) {
            assertTrue(ran.out().contains("  " + command), ran.out());
        }
    }

    private static void assertWrongUsage(Ran ran) {
        assertEquals(2, ran.exit(), ran.err());
        assertEquals(1, ran.errorLines().size(), ran.err());
        assertEquals("", ran.out());
    }

    private static void assertFailed(Ran ran) {
        assertEquals(1, ran.exit(), ran.err());
        assertEquals(1, ran.errorLines().size(), ran.err());
        assertEquals("", ran.out());
    }
}
