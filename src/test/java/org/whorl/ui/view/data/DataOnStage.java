package org.whorl.ui.view.data;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.whorl.ui.Sight;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.FakeSource;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.view.ViewOnStage;

/** The Data view with the digits, and what tests find in it. */
abstract class DataOnStage extends ViewOnStage {
    final LabState lab = new LabState();
    final Settings settings = new Settings(Path.of("unused"));
    final FakeSource source = new FakeSource();
    SelectedDataset chosen;
    SetsModel sets;
    DataView view;

    void open(Stage stage) {
        chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        sets = new SetsModel(settings, chosen, source, Platform::runLater);
        view = new DataView(lab, settings, chosen, sets, Platform::runLater);
        ScrollPane pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        Scene scene = new Scene(pane, 860, 760);
        Stylesheets.apply(scene, false);
        // The stage is shared by all tests, and a whole window leaves it with a least width.
        stage.setMinWidth(0);
        stage.setScene(scene);
        stage.show();
        chosen.read();
        sets.refresh();
    }

    List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Labeled && Sight.isSeen(n))
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    void says(String words) throws TimeoutException {
        until(() -> texts().stream().anyMatch(t -> t.contains(words)));
    }

    TileGrid grid(String accessible) {
        return grids(accessible).findFirst().orElseThrow();
    }

    Stream<TileGrid> grids(String accessible) {
        return view.lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content() != null
                        && g.getAccessibleText() != null
                        && g.getAccessibleText().startsWith(accessible));
    }

    boolean has(String accessible) {
        return grids(accessible).findAny().isPresent();
    }

    void shown() throws TimeoutException {
        until(() -> view.lookupAll(".tile-grid").stream()
                .anyMatch(g -> ((TileGrid) g).content() != null
                        && ((TileGrid) g).content().tiles().count() >= 100));
        says("1,437");
    }
}
