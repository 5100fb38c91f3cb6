package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** What commands make of files, words and places that are not as they should be. */
class RefusedInputTest {
    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Untrained.write(
                folder.resolve("model.npz"), NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4)));
    }

    @Test
    void aFileThatLostItsEndIsNoModel() throws IOException {
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length - 30));
        Ran ran = whorl("info", "--model", model);
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("cut short"), ran.err());
    }

    @Test
    void whatCannotBeWrittenIsAFailure() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Terminal terminal = new Terminal(new PrintWriter(full), new PrintWriter(err), false);
        assertEquals(1, Commands.run(terminal, "info", "--json", "--model", model.toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("standard output"), err.toString());
    }

    @Test
    void anyCaptionMakesAWellFormedPicture() throws Exception {
        Path svg = folder.resolve("bank.svg");
        Path words = Files.writeString(folder.resolve("words"), "--layer 9");
        whorl("filters", "--model", model, "--out", svg, "--caption", "@" + words + " \u0001 < & \uffff")
                .succeeded();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertTrue(Files.readString(svg).contains("@" + words), "a caption is not a file of options");
    }

    @Test
    void numbersTooLargeToComputeWithAreRefused() throws IOException {
        float[] huge = new float[28 * 28];
        Arrays.fill(huge, 3e38f);
        Path array = folder.resolve("huge.npy");
        Npy.write(NpyArray.of(huge, 1, 1, 28, 28), array);
        Ran ran = whorl("codes", "--model", model, "--input", array, "--out", folder.resolve("codes"));
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("huge.npy: image 1"), ran.err());
        assertTrue(Files.notExists(folder.resolve("codes")), "something was written");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamedAsItWasGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("afile"), "");
        for (Path out : List.of(file.resolve("x.png"), Path.of("/"))) {
            Ran ran = whorl("filters", "--model", model, "--out", out);
            assertTrue(ran.exit() != 0);
            assertTrue(ran.err().contains(out.toString()) && !ran.err().contains("Exception"), ran.err());
            assertTrue(!ran.err().contains(".part"), ran.err());
        }
    }

    @Test
    void inputsOfAnotherShapeOrKindAreRefusedInOneLine() throws IOException {
        Path array = folder.resolve("x.npy");
        Npy.write(NpyArray.of(new float[3 * 32 * 32], 1, 3, 32, 32), array);
        Path text = Files.writeString(folder.resolve("x.png"), "no picture");
        for (Path input : List.of(array, text, folder.resolve("none.png"), folder.resolve("none.npy"))) {
            Ran ran = whorl("codes", "--model", model, "--input", input, "--out", folder.resolve("codes"));
            assertEquals(1, ran.exit());
            assertEquals(1, ran.errorLines().size(), ran.err());
            assertTrue(ran.err().contains(Ran.name(input)), ran.err());
            assertTrue(Files.notExists(folder.resolve("codes")), "something was written");
        }
    }
}
