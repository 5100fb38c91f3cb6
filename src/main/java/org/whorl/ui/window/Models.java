package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.model.run.LearnedAngle;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.view.paper.PaperModel;
import org.whorl.ui.view.paper.TableChoice;
import org.whorl.ui.window.state.WindowState;

/**
 * What the window shows, without the window.
 *
 * @param lab what all views share
 * @param settings of the next run
 * @param chosen the set that is chosen
 * @param sets all that there are
 * @param runs the run in the window
 * @param angle that the network that is shown has learned
 * @param codes which image is looked at
 * @param paper the tables
 * @param compared the file that remembers what was compared
 */
record Models(
        LabState lab,
        Settings settings,
        SelectedDataset chosen,
        SetsModel sets,
        RunController runs,
        LearnedAngle angle,
        InputModel codes,
        PaperModel paper,
        Path compared) {
    /**
     * What opens networks in the window.
     *
     * @param say told what is being done, and then what is shown
     * @param complain told in one line why there is no such network
     */
    ModelOpener opener(Consumer<Optional<String>> say, Consumer<String> complain) {
        return new ModelOpener(lab, runs, chosen, say, complain, sets::lacks, Platform::runLater);
    }

    /** As they were left. */
    static Models of(Folders folders, Optional<WindowState> remembered) {
        LabState lab = new LabState();
        Settings settings = new Settings(folders.runs());
        remembered.ifPresent(r -> {
            settings.set(r.plan());
            r.chosenRunsFolder().ifPresent(settings.runsFolderProperty()::set);
        });
        DatasetCache shelf = new DatasetCache();
        SelectedDataset chosen = new SelectedDataset(settings, shelf, Platform::runLater);
        RunController runs = new RunController(
                lab,
                settings,
                shelf,
                () -> Optional.of(settings.runsFolderProperty().get()));
        return new Models(
                lab,
                settings,
                chosen,
                new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater),
                runs,
                new LearnedAngle(lab, runs),
                new InputModel(lab, Platform::runLater),
                new PaperModel(
                        TableChoice.all(),
                        settings.runsFolderProperty()::get,
                        settings.dataProperty()::get,
                        Platform::runLater),
                folders.settings().resolveSibling("compare.json"));
    }
}
