package org.whorl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.group.GeneratorAngle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** The rotation angle that a command finds in images. */
class LearnedAngleTest {
    @TempDir
    Path folder;

    /** No start is within 4° of 72° or 144°; 37.5° is beside a false valley at half the angle. */
    @Test
    void aPlantedAngleIsFoundWithTheUsualSettings() throws Exception {
        Map<String, Object> json = whorl(
                        "train",
                        "--data",
                        "atoms:images=60,order=5",
                        "--generator",
                        "learned",
                        "--order",
                        5,
                        "--objective",
                        "reconstruct",
                        "--start-angles",
                        "37.5,82.5,112.5",
                        "--start-steps",
                        100,
                        "--epochs",
                        2,
                        "--out",
                        folder.resolve("run"),
                        "--json")
                .succeeded()
                .json();
        assertEquals(0, GeneratorAngle.distance((double) json.get("generator_angle"), 72, 5), 0.5, () -> "" + json);
        List<?> starts = (List<?>) json.get("angle_starts");
        assertEquals(3, starts.size());
        assertTrue(
                starts.stream().allMatch(start -> loss(start) > 0 && loss(start) < 1),
                () -> "a share of the images' energy: " + starts);
    }

    private static double loss(Object start) {
        return (double) ((Map<?, ?>) start).get("loss");
    }
}
