package org.whorl.group;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CyclicGroupTest {
    @ParameterizedTest
    @CsvSource({"360, 1", "180, 2", "90, 4", "60, 6", "45, 8", "72, 5", "22.5, 16", "1, 360"})
    void anAngleGeneratesTheGroupOfItsMultiples(double degrees, int order) {
        CyclicGroup group = CyclicGroup.ofAngle(degrees);
        assertEquals(order, group.order());
        assertEquals(degrees, group.generatorAngle());
    }

    @ParameterizedTest
    @CsvSource({"50, 45, 60", "7, 6, 8", "100, 90, 120", "359, 180, 360", "200, 180, 360"})
    void otherAnglesAreRefusedWithTheTwoNearestThatDo(double degrees, String below, String above) {
        String message = assertThrows(IllegalArgumentException.class, () -> CyclicGroup.ofAngle(degrees))
                .getMessage();
        assertTrue(message.contains("found " + CyclicGroup.format(degrees)), message);
        assertTrue(message.endsWith("the nearest are " + below + " and " + above), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -90, 0.5, 361, 720, Double.NaN, Double.POSITIVE_INFINITY})
    void anglesOutsideAreRefused(double degrees) {
        assertThrows(IllegalArgumentException.class, () -> CyclicGroup.ofAngle(degrees));
    }

    @Property
    void anglesAddUpWithinTheGroup(
            @ForAll @IntRange(min = 1, max = 360) int order,
            @ForAll @IntRange(min = -1000, max = 1000) int a,
            @ForAll @IntRange(min = -1000, max = 1000) int b) {
        CyclicGroup group = new CyclicGroup(order);
        double sum = (group.angle(a) + group.angle(b)) % 360;
        double difference = Math.abs(sum - group.angle(a + b));
        assertTrue(difference < 1e-9 || Math.abs(difference - 360) < 1e-9, "closed under addition");
        assertEquals(0, group.angle(order));
    }

    @Test
    void onlyQuarterTurnsAreExactOnAGrid() {
        assertTrue(new CyclicGroup(1).exactOnGrid());
        assertTrue(new CyclicGroup(2).exactOnGrid());
        assertTrue(new CyclicGroup(4).exactOnGrid());
        assertEquals(false, new CyclicGroup(6).exactOnGrid());
        assertEquals(false, new CyclicGroup(8).exactOnGrid());
    }

    @Test
    void theDialStopsAtTheDivisorsOf360() {
        assertEquals(24, CyclicGroup.wholeDegrees().size());
        assertTrue(CyclicGroup.wholeDegrees().contains(72));
    }

    @Test
    void groupsAreNamedForPeople() {
        assertEquals("C6: 6 rotations of 60°", new CyclicGroup(6).describe());
        assertEquals("C16: 16 rotations of 22.5°", new CyclicGroup(16).describe());
        assertEquals("C7: 7 rotations of 51.43°", new CyclicGroup(7).describe());
    }
}
