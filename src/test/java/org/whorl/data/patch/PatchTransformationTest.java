package org.whorl.data.patch;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PatchTransformationTest {
    @Test
    void aNumberIsToldWithoutDecimalsThatSayNothing() {
        assertEquals("turned by 60°", new PatchTransformation.Turn(60).describe());
        assertEquals("turned by 51.43°", new PatchTransformation.Turn(360.0 / 7).describe());
        assertEquals("turned by 0°", new PatchTransformation.Turn(0).describe());
        assertEquals("scaled by 2", new PatchTransformation.Scale(2).describe());
        assertEquals("scaled by 1.25", new PatchTransformation.Scale(1.25).describe());
    }
}
