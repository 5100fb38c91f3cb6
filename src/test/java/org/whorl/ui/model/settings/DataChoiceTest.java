package org.whorl.ui.model.settings;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataChoiceTest {
    private static DataChoice of(String name) {
        return new DataChoice(name, Optional.empty());
    }

    @Test
    void aDrawnSetHasNoFolderAndDoesNotFollowTheSeed() {
        DataChoice leaves = of("leaves:colour,48");
        assertTrue(leaves.isDrawn());
        assertFalse(leaves.hasFolder());
        assertFalse(leaves.dependsOnSeed());
        assertTrue(leaves.turned(true).dependsOnSeed());
        assertEquals("leaves, colour, 48", leaves.title());
        assertEquals(
                "leaves, lying at 37°, every 60°",
                of("leaves:planted=37,every=60").title());
        assertEquals(
                "atoms, 5 orientations, seed 1, 400 images",
                of("atoms:order=5,seed=1,images=400").title());
    }

    @Test
    void aFolderOfPicturesIsCalledByItsName() {
        assertEquals("cats", of("folder:/home/me/cats/").title());
        assertFalse(of("folder:leaves").isDrawn());
    }
}
