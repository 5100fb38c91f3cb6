package org.whorl.ui.model;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.figure.FilterBank;
import org.whorl.group.Support;
import org.whorl.network.Parameters;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GlossaryTest {
    @Test
    void whatTheInspectorSaysOfAFilterIsExplained() {
        Parameters parameters = Scenes.digits(4).parameters();
        FilterBank bank = FilterBank.of(parameters, 0);
        List<String> names = FilterInspection.of(parameters, bank, 0, 0, 0, 0, 1, Optional.empty()).facts().stream()
                .map(Fact::name)
                .toList();
        for (String name : List.of("norm", "coherence", "turned by")) {
            assertTrue(names.contains(name), name + " is said, among " + names);
            assertTrue(Glossary.explain(name).isPresent(), name + " is explained");
        }
        assertTrue(Glossary.explain("runs at").isPresent());
        assertEquals(Optional.empty(), Glossary.explain("pixel"), "what speaks for itself");
    }

    /** Quarter turns keep every value; others blur, and on the square lose corners. */
    @Test
    void unevenCopiesAndCornersAreSaidWhereThereAreAny() {
        List<String> uneven = List.of("copies’ norms", "in the corners");
        assertEquals(uneven, said(6, Support.SQUARE));
        assertEquals(uneven.subList(0, 1), said(6, Support.DISC));
        assertEquals(List.of(), said(4, Support.SQUARE));
        uneven.forEach(name -> assertTrue(Glossary.explain(name).isPresent(), name + " is explained"));
    }

    private static List<String> said(int order, Support support) {
        Parameters parameters = Parameters.initial(Scenes.digits(order).spec().withSupport(support), 1);
        FilterBank bank = FilterBank.of(parameters, 0);
        return FilterInspection.of(parameters, bank, 0, 0, 0, 0, 1, Optional.empty()).facts().stream()
                .map(Fact::name)
                .filter(List.of("copies’ norms", "in the corners")::contains)
                .toList();
    }

    @Test
    void everyMeaningIsASentence() {
        Glossary.words()
                .forEach((word, meaning) ->
                        assertTrue(meaning.endsWith(".") && meaning.length() < 130, word + ": " + meaning));
    }
}
