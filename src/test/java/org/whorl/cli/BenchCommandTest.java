package org.whorl.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** What the measurements report. */
class BenchCommandTest {
    @Test
    void benchReportsWhatOtherProgramsRelyOn() throws IOException {
        Map<String, Object> json = whorl(
                        "bench",
                        "--shape",
                        "1x12x12",
                        "--filters",
                        8,
                        "--layers",
                        2,
                        "--batch",
                        8,
                        "--seconds",
                        0.2,
                        "--json")
                .succeeded()
                .json();
        for (String key : List.of(
                "train_images_per_second",
                "inference_images_per_second",
                "gflop_per_image",
                "gflops",
                "fma_peak_gflops",
                "matmul_gflops",
                "efficiency",
                "latency_ms_median",
                "latency_ms_p99",
                "bytes_per_step",
                "resident_mb")) {
            assertTrue(json.get(key) instanceof Number, key + " in " + json);
        }
        assertTrue(json.get("kernels") instanceof String);
        // 8 passes of 2 · 8 filters · 8×8 products · 7×7 places.
        assertEquals(8 * 2 * 8 * 64 * 49 / 1e9, (double) json.get("gflop_per_image"), 1e-12);
    }
}
