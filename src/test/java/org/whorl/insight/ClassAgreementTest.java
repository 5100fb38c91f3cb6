package org.whorl.insight;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClassAgreementTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3");

    @Test
    void theFirstOfTheNamesAreEnough() {
        assertTrue(ClassAgreement.holds(DIGITS, DIGITS));
        assertTrue(ClassAgreement.holds(DIGITS, List.of("0", "1")));
    }

    @Test
    void labelsOfOtherNamesOrOfMoreAreOtherClasses() {
        assertFalse(ClassAgreement.holds(DIGITS, List.of("disc", "edge")));
        assertFalse(ClassAgreement.holds(DIGITS, List.of("1", "2")), "the label 0 would be a 1");
        assertFalse(ClassAgreement.holds(List.of("0", "1"), DIGITS));
    }

    @Test
    void theDifferenceIsInNames() {
        assertEquals(Optional.empty(), ClassAgreement.difference(DIGITS, DIGITS));
        assertEquals(
                "its classes are 0, 1, 2 …, those of the images disc, edge",
                ClassAgreement.difference(DIGITS, List.of("disc", "edge")).orElseThrow());
    }
}
