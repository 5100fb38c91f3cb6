package org.whorl.ui.model.data;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of a download follows from what has come and when. */
class DownloadTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void speedAndTimeLeftFollowFromTheReports() {
        DownloadMeter meter = new DownloadMeter();
        Download first = meter.report("downloading a", 0, 10_000_000, 0);
        assertEquals("downloading a · 0 B of 10.0 MB", first.words(), "no speed yet");
        Download second = meter.report("downloading a", 2_000_000, 10_000_000, SECOND);
        assertEquals(2e6, second.bytesPerSecond());
        assertEquals("downloading a · 2.0 MB of 10.0 MB · 2.0 MB/s · 4 s left", second.words());
        assertEquals(0.2, second.share());
    }

    @Test
    void speedSettlesOnWhatItHasBecome() {
        DownloadMeter meter = new DownloadMeter();
        meter.report("downloading a", 0, 1L << 40, 0);
        Download last = null;
        for (int second = 1; second <= 30; second++) {
            last = meter.report("downloading a", (second < 10 ? 1_000L : 5_000L) * second, 1L << 40, second * SECOND);
        }
        assertEquals(5_000, last.bytesPerSecond(), 50);
    }

    @Test
    void aResumedDownloadIsNotCreditedWithWhatWasThere() {
        DownloadMeter meter = new DownloadMeter();
        meter.report("downloading a", 9_000_000, 10_000_000, 0);
        Download next = meter.report("downloading a", 9_500_000, 10_000_000, SECOND);
        assertEquals(5e5, next.bytesPerSecond());
        assertTrue(next.words().endsWith("1 s left"), next.words());
    }

    @Test
    void theNextFileBeginsAnew() {
        DownloadMeter meter = new DownloadMeter();
        meter.report("downloading a", 0, 1_000, 0);
        meter.report("downloading a", 1_000, 1_000, SECOND);
        assertEquals(0, meter.report("downloading b", 0, 1_000, SECOND).bytesPerSecond());
    }

    @Test
    void bytesAndTimesAreWrittenForPeople() {
        assertEquals("999 B", Download.bytes(999));
        assertEquals("29 kB", Download.bytes(28_881));
        assertEquals("9.9 MB", Download.bytes(9_912_422));
        assertEquals("170 MB", Download.bytes(170_052_171));
        assertTrue(
                new Download(true, "x", 0, 100_000_000, 1e6, "", false).words().endsWith("1:40 min left"));
    }
}
