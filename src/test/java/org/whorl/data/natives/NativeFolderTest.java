package org.whorl.data.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class NativeFolderTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void onSystemsWithPermissions() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "not on Windows");
    }

    private static String permissions(Path place) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
    }

    @Test
    void aNewFolderIsForThisUserAloneAndFoundAgain() throws IOException {
        Path wanted = folder.resolve("cache/whorl/natives");
        assertEquals(wanted, NativeFolder.choose(wanted, said::add));
        assertEquals("rwx------", permissions(wanted));
        assertEquals(wanted, NativeFolder.choose(wanted, said::add));
        assertEquals(List.of(), said);
        try (var inside = Files.list(wanted)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void whereHomeCannotBeWrittenItIsANewFolderOfNoKnownName() throws IOException {
        // Not even for root can there be a folder below a file.
        Path home = Files.writeString(folder.resolve("home"), "a file");
        Path one = NativeFolder.choose(home.resolve("natives"), said::add);
        Path other = NativeFolder.choose(home.resolve("natives"), said::add);
        try {
            assertNotEquals(one, other);
            assertEquals("rwx------", permissions(one));
            assertEquals(List.of(), said);
        } finally {
            NativeFolder.delete(one);
            NativeFolder.delete(other);
        }
        assertFalse(Files.exists(one));
    }

    @Test
    void aFolderThatOthersCanWriteIsRefusedInWords() throws IOException {
        Path wanted = Files.createDirectory(folder.resolve("natives"));
        Files.setPosixFilePermissions(wanted, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path planted = Files.writeString(wanted.resolve("libnd4jcpu.so"), "not what it says");
        Path chosen = NativeFolder.choose(wanted, said::add);
        NativeFolder.delete(chosen);
        assertNotEquals(wanted, chosen);
        assertTrue(Files.exists(planted), "what is another user's is left alone");
        assertEquals(
                wanted
                        + ": expected a folder for native libraries that only you can write, found rwxrwxrwx; a new one is"
                        + " used instead: delete it, or name another by WHORL_CACHE",
                String.join("", said));
    }

    @Test
    void aFolderOfAnotherUserIsRefusedByName() throws IOException {
        Path wanted = Files.createDirectory(folder.resolve("natives"));
        UserPrincipal owner = Files.getOwner(wanted);
        UserPrincipal somebodyElse = () -> "somebody else";
        assertTrue(NativeFolder.problem(wanted, owner).isEmpty());
        String words = NativeFolder.problem(wanted, somebodyElse).orElseThrow();
        assertTrue(words.contains("found one of " + owner.getName() + ";"), words);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path wanted = Files.createSymbolicLink(folder.resolve("natives"), elsewhere);
        Path chosen = NativeFolder.choose(wanted, said::add);
        NativeFolder.delete(chosen);
        assertNotEquals(wanted, chosen);
        assertTrue(said.get(0).contains("found a link or file"), said.get(0));
    }
}
