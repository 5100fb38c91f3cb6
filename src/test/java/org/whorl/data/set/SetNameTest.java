package org.whorl.data.set;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.picture.Ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SetNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits",
                "rot-mnist",
                "rot-patches-cifar10",
                "patches-rot-digits",
                "folder:/my/cats",
                "rot-folder:ground=black,dogs, too",
                "idx:images,labels",
                "idx:/emnist/emnist-letters",
                "leaves:colour,48",
                "leavesX",
                "rot-",
                "folder:",
                ""
            })
    void theWordsOfANameThatWasTakenApartAreTheNameAgain(String name) {
        assertEquals(name, SetName.parse(name).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "digits; false",
                "mnist; false",
                "rot-mnist; true",
                "patches-digits; true",
                "folder:cats; true",
                "idx:images,labels; true",
                "idx:folder; false",
                "leaves:seed=2; false",
                "rot-leaves; true"
            })
    void anotherSeedMakesAnotherTestSetWhereImagesAreTurnedCutOutOrSplit(String name, boolean depends) {
        assertEquals(depends, SetName.parse(name).dependsOnSeed());
    }

    @Test
    void aTurnedSetIsUprightWithoutItsFirstWord() {
        assertEquals(
                "patches-rot-digits",
                SetName.parse("rot-patches-rot-digits").upright().toString());
        assertEquals("digits", SetName.parse("digits").upright().toString());
        assertTrue(SetName.parse("rot-leaves").upright().isDrawn());
    }

    @Test
    void aFoldersNameKeepsItsPath() {
        SetName.Folder cats = (SetName.Folder) SetName.folder(Path.of("my", "cats"));
        assertEquals(Path.of("my", "cats").toString(), cats.path());
        assertEquals(Ground.WHITE, cats.ground());
    }
}
