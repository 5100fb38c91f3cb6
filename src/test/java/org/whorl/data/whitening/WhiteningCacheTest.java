package org.whorl.data.whitening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WhiteningCacheTest extends OwnCache {
    @Test
    void secondFitComesFromTheCacheAndIsTheSame() throws Exception {
        Dataset set = smooth(40, new ImageShape(1, 4, 4), 6);
        Preparation first = fit(set, Whitening.TRAIN, 0.1);
        WhiteningCache kept = new WhiteningCache(cache.resolve("whitening"));
        Preparation again = kept.get(set, 0.1, Progress.NONE, () -> {
            throw new DataException("fitted a second time");
        });
        assertArrayEquals(first.whitening(), again.whitening());
        assertArrayEquals(first.center(), again.center());
        assertArrayEquals(first.std(), again.std());
        assertThrows(
                DataException.class,
                () -> kept.get(set, 0.2, Progress.NONE, () -> {
                    throw new DataException("another ε");
                }));
    }

    @Test
    void damagedOrShortenedCacheFileCountsAsAbsent() throws Exception {
        Dataset set = smooth(40, new ImageShape(1, 4, 4), 7);
        Preparation first = fit(set, Whitening.TRAIN, 0.1);
        Path folder = cache.resolve("whitening");
        Path file = folder.resolve(WhiteningCache.key(set, 0.1) + ".zca");
        byte[] whole = Files.readAllBytes(file);
        WhiteningCache kept = new WhiteningCache(folder);
        byte[] damaged = whole.clone();
        damaged[200] ^= 1;
        for (byte[] content : List.of(damaged, Arrays.copyOf(whole, 100), Arrays.copyOf(whole, whole.length + 1))) {
            Files.write(file, content);
            assertSame(first, kept.get(set, 0.1, Progress.NONE, () -> first));
        }
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void cacheKeepsTheNewestAndLeavesNothingUnfinished() throws Exception {
        for (int seed = 0; seed < WhiteningCache.KEPT + 3; seed++) {
            fit(smooth(5, new ImageShape(1, 2, 2), seed), Whitening.TRAIN, 0.1);
        }
        try (var files = Files.list(cache.resolve("whitening"))) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).toList();
            assertEquals(WhiteningCache.KEPT, names.size());
            assertTrue(names.stream().allMatch(name -> name.endsWith(".zca")), names.toString());
        }
    }

    @Test
    void fitWorksWhereNothingCanBeKept() throws Exception {
        Files.write(cache.resolve("whitening"), new byte[1]);
        assertEquals(
                16,
                fit(smooth(5, new ImageShape(1, 2, 2), 1), Whitening.TRAIN, 0.1).whitening().length);
    }
}
