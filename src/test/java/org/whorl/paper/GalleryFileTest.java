package org.whorl.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GalleryFileTest {
    @TempDir
    Path folder;

    private static Model model(ImageShape input, int order, boolean dense) {
        NetworkSpec spec = NetworkSpec.paper(input, 10, new CyclicGroup(order)).withKernel(8, dense);
        float[] ones = new float[input.channels()];
        Arrays.fill(ones, 1);
        return new Model(
                Parameters.initial(spec, 1),
                new Preparation(input, new float[input.channels()], ones, null, null, 0),
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                Map.of("seed", 1));
    }

    @Test
    void aSmallModelIsWrittenAsItIs() throws IOException {
        Model model = model(new ImageShape(1, 28, 28), 4, false);
        Path file = folder.resolve("models/mnist-c4.npz");
        GalleryFile.write(model, file);
        Model read = ModelFile.read(file);
        assertArrayEquals(model.parameters().values(), read.parameters().values());
        assertFalse(read.provenance().containsKey("rounding"));
    }

    @Test
    void onlyTheFiltersOfALargeOneAreRoundedAndItSaysSo() throws IOException {
        Model model = model(new ImageShape(1, 28, 28), 1, true);
        Path file = folder.resolve("mnist-baseline-dense.npz");
        GalleryFile.write(model, file);
        assertTrue(Files.size(file) <= GalleryFile.LIMIT, "found " + Files.size(file) + " bytes");
        Model read = ModelFile.read(file);
        String rounding = read.provenance().get("rounding").toString();
        float step = 1f / Integer.parseInt(rounding.replaceAll(".*/", ""));
        assertEquals("filters, after they were tested, to multiples of 1/" + Math.round(1 / step), rounding);
        assertEquals(1, read.provenance().get("seed"));
        for (String name : List.of("layer0/filters", "layer3/filters")) {
            float[] before = model.parameters().get(name);
            float[] after = read.parameters().get(name);
            for (int i = 0; i < before.length; i++) {
                assertEquals(before[i], after[i], step / 2);
            }
        }
        assertArrayEquals(
                model.parameters().get("head/weight"), read.parameters().get("head/weight"));
        assertEquals(List.of(file), Files.list(folder).toList());
    }

    @Test
    void whatNoRoundingMakesSmallIsRefused() throws IOException {
        Model model = model(new ImageShape(3, 40, 40), 1, true);
        Path file = folder.resolve("large.npz");
        String message = assertThrows(IOException.class, () -> GalleryFile.write(model, file))
                .getMessage();
        assertTrue(message.startsWith(file + ": expected a model of at most 300000 bytes, found "), message);
        assertEquals(List.of(), Files.list(folder).toList());
    }
}
