package org.whorl.kernel.simd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.KernelsAgreeTest;
import org.whorl.kernel.PassesAgreeTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VectorWidthTest {
    private static final List<Geometry> GEOMETRIES = List.of(
            new Geometry(1, 28, 28, 8, 8, 1, 60),
            new Geometry(3, 32, 32, 8, 8, 1, 12),
            new Geometry(2, 9, 13, 5, 4, 0, 7),
            new Geometry(1, 12, 12, 12, 12, 0, 20));

    /** In a virtual machine of its own: the width is chosen once. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void kernelsOfEveryWidthGiveWhatTheReferenceGives(int bits) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-D" + VectorWidth.BITS + "=" + bits,
                        "-cp",
                        System.getProperty("java.class.path"),
                        VectorWidthTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        assertEquals("SIMD, " + bits + "-bit vectors", said.substring(said.lastIndexOf('\n') + 1));
    }

    /** Compares, and prints the kernels' name. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        for (Geometry geometry : GEOMETRIES) {
            KernelsAgreeTest.assertAgrees(new SimdKernels().convolution(geometry), 7);
        }
        PassesAgreeTest.assertAllAgree();
        for (TileSource tile : TileSource.ALL) {
            new TileSumsTest().everySumHasTheBitsOfAPlainLoop(tile);
        }
        System.out.println(Kernels.best().name());
    }
}
