package org.whorl.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import org.whorl.ui.export.StartFolder;

/**
 * Asks for a folder.
 *
 * @param window over which it asks
 */
record FolderChoice(Window window) {
    /**
     * The folder that the user chooses; empty where they choose none.
     *
     * @param what it is asked for, for people
     */
    Optional<Path> ask(String what) {
        return ask(what, null);
    }

    /**
     * The folder that the user chooses; empty where they choose none.
     *
     * @param what it is asked for, for people
     * @param from where to begin to look; null for the usual place
     */
    Optional<Path> ask(String what, Path from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(what);
        chooser.setInitialDirectory(StartFolder.of(from));
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }
}
