package org.whorl.ui.view.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;

import org.whorl.ui.model.settings.Settings;

/** How to train, and where runs are kept. */
public final class TrainingPane extends SettingsPane {
    /**
     * @param chooser asks a person for a folder; given a sentence on what is looked for
     */
    public TrainingPane(Settings settings, Function<String, Optional<Path>> chooser) {
        super("Training");
        arrange(
                settings.training(),
                List.of(),
                List.of(),
                List.of(new SettingRow(
                        "Runs are kept in",
                        "runs",
                        folderButton(settings.runsFolderProperty(), chooser),
                        "The folder of all runs: metrics, checkpoint, model and history of each.")));
    }

    private static FolderButton folderButton(ObjectProperty<Path> folder, Function<String, Optional<Path>> chooser) {
        FolderButton button =
                new FolderButton(() -> chooser.apply("A folder for runs").ifPresent(folder::set));
        folder.addListener((o, was, is) -> button.show(is));
        button.show(folder.get());
        return button;
    }
}
