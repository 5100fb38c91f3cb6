package org.whorl.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;

import org.whorl.ui.codes.CodesModel;
import org.whorl.ui.data.SetSource;
import org.whorl.ui.data.SetsModel;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.paper.PaperModel;
import org.whorl.ui.paper.TableChoice;
import org.whorl.ui.run.ChosenData;
import org.whorl.ui.run.DataShelf;
import org.whorl.ui.run.Folders;
import org.whorl.ui.run.Runs;
import org.whorl.ui.settings.Settings;

/**
 * What the window shows, without the window.
 *
 * @param lab what all views share
 * @param settings of the next run
 * @param chosen the set that is chosen
 * @param sets all that there are
 * @param runs the run in the window
 * @param codes which image is looked at
 * @param paper the tables
 * @param compared the file that remembers what was compared
 */
record Models(
        Lab lab,
        Settings settings,
        ChosenData chosen,
        SetsModel sets,
        Runs runs,
        CodesModel codes,
        PaperModel paper,
        Path compared) {
    /** As they were left. */
    static Models of(Folders folders, Optional<Remembered> remembered) {
        Lab lab = new Lab();
        Settings settings = new Settings(folders.runs());
        remembered.ifPresent(r -> {
            settings.set(r.plan());
            r.chosenRunsFolder().ifPresent(settings.runsFolderProperty()::set);
        });
        DataShelf shelf = new DataShelf();
        ChosenData chosen = new ChosenData(settings, shelf, Platform::runLater);
        return new Models(
                lab,
                settings,
                chosen,
                new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater),
                new Runs(
                        lab,
                        settings,
                        shelf,
                        () -> Optional.of(settings.runsFolderProperty().get())),
                new CodesModel(lab, Platform::runLater),
                new PaperModel(
                        TableChoice.all(),
                        settings.runsFolderProperty()::get,
                        settings.dataProperty()::get,
                        Platform::runLater),
                folders.settings().resolveSibling("compare.json"));
    }
}
