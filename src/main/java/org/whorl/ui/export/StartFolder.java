package org.whorl.ui.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a dialog for files begins. */
public final class StartFolder {
    private StartFolder() {}

    /** The folder, or the nearest around it that exists, since the system's dialogs refuse others; null for where they like to begin. */
    public static File of(Path wanted) {
        Path at = wanted == null ? null : wanted.toAbsolutePath();
        while (at != null && !Files.isDirectory(at)) {
            at = at.getParent();
        }
        return at == null ? null : at.toFile();
    }
}
