package org.whorl.kernel.simd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Nobody changes a tile but by its description. */
class TileSourceTest {
    static Stream<TileSource> tiles() {
        return TileSource.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void theTilesAreWhatTheirDescriptionSays(TileSource tile) throws IOException {
        Path file = TileSource.FOLDER.resolve(tile.name() + ".java");
        assertIterableEquals(tile.source().lines().toList(), Files.readAllLines(file), "mvn -Ptiles writes " + file);
    }

    @Test
    void everyTileWithAShapeInItsNameIsDescribed() throws IOException {
        try (Stream<Path> files = Files.list(TileSource.FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+Tile\\d+x\\d+\\.java"))
                    .collect(Collectors.toSet());
            assertEquals(tiles().map(tile -> tile.name() + ".java").collect(Collectors.toSet()), names);
        }
    }

    /** 30 sums, 5 shared operands and one more. */
    @Test
    void aTileThatNoRegistersHoldIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> new TileSource(TileSource.Kind.CORRELATION, 6, 5));
        assertEquals("a tile of 6 by 5: expected at most 32 vectors, found 36", refusal.getMessage());
    }
}
