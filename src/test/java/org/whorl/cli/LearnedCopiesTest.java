package org.whorl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** What commands say of a network whose angle was learned, and need not be a part of a circle. */
class LearnedCopiesTest {
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @TempDir
    Path folder;

    private Path learned(double degrees) throws Exception {
        NetworkSpec spec = NetworkSpec.paper(SHAPE, 10, new CyclicGroup(4))
                .with(v -> v.with(NetworkSettings.GENERATOR, GeneratorKind.LEARNED)
                        .with(NetworkSettings.INTERPOLATION, Interpolation.BICUBIC));
        Parameters parameters = Parameters.initial(spec, 1);
        parameters.setGeneratorAngle(degrees);
        Path file = folder.resolve("learned.npz");
        ModelFile.write(
                new Model(parameters, Preparation.identity(SHAPE), DIGITS, Map.of("data", "digits", "seed", 1)), file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(doubles = {48.07, 30})
    void anOpenAngleIsNowhereToldAsTheGroups(double degrees) throws Exception {
        Path model = learned(degrees);
        String told = "4 rotations, each a learned " + CyclicGroup.format(degrees)
                + "° beyond the one before: 4 such turns close no circle";
        Ran info = whorl("info", "--model", model).succeeded();
        assertTrue(info.out().contains(told), info.out());
        assertFalse(info.out().contains("90°"), info.out());
        Map<String, Object> json =
                whorl("info", "--model", model, "--json").succeeded().json();
        assertEquals(degrees, (double) json.get("generator_angle"), 1e-4);
        assertEquals(degrees, (double) ((Map<?, ?>) json.get("spec")).get("angle"), 1e-4);
        assertNull(((Map<?, ?>) json.get("spec")).get("group"));
        Ran filters = whorl("filters", "--model", model, "--layer", 1, "--out", folder.resolve("f.png"));
        assertTrue(filters.succeeded().out().contains(told), filters.out());
    }

    @Test
    void symmetryCallsNoTurnOfAnOpenOrbitAnElement() throws Exception {
        Path model = learned(48.07);
        Object[] words = {"symmetry", "--model", model, "--angles", "0,48.07,90", "--limit", 2};
        String text = whorl(words).succeeded().out();
        assertEquals(
                List.of("0°"),
                text.lines()
                        .filter(line -> line.contains("element of the group"))
                        .map(line -> line.strip().split(" ")[0])
                        .toList(),
                text);
        assertTrue(text.contains("notice: the copies close no circle"), text);
        Map<String, Object> json = whorl("symmetry", "--model", model, "--angles", "0,90", "--limit", 2, "--json")
                .succeeded()
                .json();
        assertEquals(48.07, (double) json.get("generator_angle"), 1e-4);
    }

    /** Multiples of 270° are those of 90° in another order, which codes have to be shifted by. */
    @Test
    void theCodesOfAClosedOrbitFollowWhicheverElementGeneratesIt() throws Exception {
        Path model = learned(270);
        Ran info = whorl("info", "--model", model).succeeded();
        assertTrue(
                info.out().contains("each a learned 270° beyond the one before: 4 such turns close the circle (C4)"),
                info.out());
        Map<String, Object> json = whorl("symmetry", "--model", model, "--angles", "90,180", "--limit", 2, "--json")
                .succeeded()
                .json();
        for (Object error : (List<?>) json.get("error")) {
            assertEquals(0, (double) error, 1e-4);
        }
        String text = whorl("symmetry", "--model", model, "--angles", "90,100", "--limit", 2)
                .succeeded()
                .out();
        assertEquals(
                1,
                text.lines()
                        .filter(line -> line.contains("element of the group"))
                        .count(),
                text);
    }

    @Test
    void optionsOfTheSearchAreRefusedWhereNoAngleIsLearned() {
        Ran ran =
                whorl("train", "--data", "digits", "--start-angles", 4, "--epochs", 1, "--out", folder.resolve("run"));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--start-angles: expected --generator learned"), ran.err());
    }
}
