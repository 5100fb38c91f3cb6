package org.whorl.ui.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;

import org.whorl.ui.export.StartFolder;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunName;
import org.whorl.ui.model.run.SavedRuns;
import org.whorl.ui.task.BackgroundJob;

/** What can be shown: what was shown last time, the latest runs, the models that come with Whorl, and any other run or model. */
final class OpenMenu extends MenuButton {
    private static final int RECENT = 8;

    private final BackgroundJob<List<MenuItem>> looking = new BackgroundJob<>("whorl-recent", Platform::runLater);
    private final ModelOpener opening;
    private final Supplier<Path> runsFolder;
    private final FolderChoice folderChoice;
    private final Optional<ModelSource> lastTime;
    private final Runnable cards;

    /**
     * A menu.
     *
     * @param lastTime what was shown when the window was closed
     * @param folderChoice asks for the folder of a run
     * @param cards shows all that there is as cards
     */
    OpenMenu(
            ModelOpener opening,
            Supplier<Path> runsFolder,
            Optional<ModelSource> lastTime,
            FolderChoice folderChoice,
            Runnable cards) {
        super("Open");
        this.opening = opening;
        this.runsFolder = runsFolder;
        this.lastTime = lastTime;
        this.folderChoice = folderChoice;
        this.cards = cards;
        setId("open");
        setTooltip(new Tooltip("Show a run or a model (Ctrl+O); they can also be dropped onto the window"));
        setOnShowing(e -> refresh());
        getItems().add(cardsItem());
        getItems().addAll(files());
        refresh();
    }

    /** Looks in the background for what there is by now. */
    private void refresh() {
        Path folder = runsFolder.get();
        looking.replace("", report -> found(folder), this::offer, opening::complain);
    }

    /** What is open stays as it is where nothing else was found: new items would take the arrow keys from the old ones. */
    private void offer(List<MenuItem> items) {
        if (!described(items).equals(described(getItems()))) {
            getItems().setAll(items);
        }
    }

    private static String described(List<MenuItem> items) {
        return items.stream()
                .map(item -> item.getText() + (item instanceof Menu menu ? described(menu.getItems()) : ""))
                .collect(Collectors.joining("\n"));
    }

    /** Opens with the focus, so that the arrow keys go through it. */
    void openByKey() {
        requestFocus();
        show();
    }

    private List<MenuItem> found(Path folder) {
        List<Path> runs = List.of();
        List<String> models = List.of();
        try {
            models = Gallery.names();
            runs = SavedRuns.in(folder);
        } catch (IOException e) {
            // Then the menu has what could be found; opening a run by its folder says what is wrong.
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(cardsItem());
        items.add(gallery(models));
        items.add(new SeparatorMenuItem());
        lastTime.filter(ModelSource::exists).ifPresent(last -> items.add(item("Last time: " + last.words(), last)));
        if (!runs.isEmpty()) {
            items.add(head("Recent runs"));
        }
        runs.stream().limit(RECENT).forEach(run -> items.add(item(name(run), ModelSource.run(run))));
        if (!(items.get(items.size() - 1) instanceof SeparatorMenuItem)) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(files());
        return items;
    }

    /** The name that a user gave it, before its folder's. */
    private static String name(Path run) {
        String folder = ModelSource.run(run).name();
        try {
            return RunName.of(run)
                    .map(given -> given.name() + " (" + folder + ")")
                    .orElse(folder);
        } catch (IOException e) {
            return folder;
        }
    }

    /** In a menu of its own: with the runs it would be taller than a screen. */
    private Menu gallery(List<String> models) {
        Menu gallery = new Menu("Models that come with Whorl");
        gallery.setId("gallery");
        models.forEach(name -> gallery.getItems().add(item(name, new ModelSource(ModelSource.Kind.GALLERY, name))));
        return gallery;
    }

    private MenuItem cardsItem() {
        MenuItem all = new MenuItem("All runs and models, as cards…");
        all.setId("open-cards");
        all.setOnAction(e -> cards.run());
        return all;
    }

    private static MenuItem head(String words) {
        MenuItem head = new MenuItem(words);
        head.getStyleClass().add("menu-head");
        head.setDisable(true);
        return head;
    }

    private MenuItem item(String words, ModelSource origin) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> opening.open(origin));
        return item;
    }

    private List<MenuItem> files() {
        MenuItem model = new MenuItem("Open a model…");
        model.setOnAction(e -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Open a model");
            chooser.setInitialDirectory(StartFolder.of(runsFolder.get()));
            chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Models", "*.npz"));
            File file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                opening.open(new ModelSource(ModelSource.Kind.FILE, file.getAbsolutePath()));
            }
        });
        MenuItem run = new MenuItem("Open a run’s folder…");
        // Runs lie where people seldom look.
        run.setOnAction(e -> folderChoice
                .ask("A run’s folder", runsFolder.get())
                .ifPresent(folder -> opening.open(ModelSource.run(folder))));
        return List.of(model, run);
    }
}
