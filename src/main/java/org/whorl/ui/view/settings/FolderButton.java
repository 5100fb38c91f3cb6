package org.whorl.ui.view.settings;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** A button that names a folder, whose whole path its tooltip says, and asks for another. */
final class FolderButton extends Button {
    private final Tooltip tooltip = new Tooltip();

    FolderButton(Runnable ask) {
        getStyleClass().add("link-button");
        // A folder's name may have underscores.
        setMnemonicParsing(false);
        setTooltip(tooltip);
        setOnAction(e -> ask.run());
    }

    /**
     * Names what there is.
     *
     * @param name for people
     * @param whole for the tooltip
     */
    void show(String name, String whole) {
        setText(name + " …");
        tooltip.setText(whole);
    }

    void show(Path folder) {
        show(name(folder), folder.toString());
    }

    /** The last part of a path; all of one that has none, such as {@code /} or {@code D:\}. */
    static String name(Path folder) {
        return String.valueOf(folder.getFileName() == null ? folder : folder.getFileName());
    }
}
