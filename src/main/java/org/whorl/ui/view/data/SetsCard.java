package org.whorl.ui.view.data;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.whorl.data.DatasetInfo;
import org.whorl.ui.control.Busy;
import org.whorl.ui.control.Card;
import org.whorl.ui.model.data.Download;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.DataChoice;

/** The list of sets: chooses one, gets one, opens one. */
final class SetsCard extends VBox {
    private final SetsModel model;
    private final VBox rows = new VBox();
    private final Busy opened;
    private final List<DataChoice> others = new ArrayList<>();
    private ToggleGroup group = new ToggleGroup();

    SetsCard(SetsModel model) {
        this.model = model;
        opened = new Busy("cancel-opening", model::cancelOpening);
        Label hint =
                new Label("A folder of pictures, IDX files or CIFAR-10 can also be dropped anywhere onto the window.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        rows.getStyleClass().add("set-rows");
        VBox content = new VBox(6, rows, opened, hint);
        getChildren().add(new Card("Data sets", buttons(), content));
        setMinWidth(0);
        model.setsProperty().addListener((o, was, is) -> arrange());
        model.choiceProperty().addListener((o, was, is) -> arrange());
        model.downloads().addListener((MapChangeListener<String, Download>) change -> rows().forEach(SetRow::show));
        model.openedProperty().addListener((o, was, is) -> show(is));
        arrange();
    }

    private Node buttons() {
        Button folder = button("Open folder…", "A folder with a sub-folder of pictures a class, or with a set's files");
        folder.setOnAction(event -> open(() -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("A folder with a data set");
            File chosen = chooser.showDialog(getScene().getWindow());
            return chosen == null ? List.of() : List.of(chosen);
        }));
        Button files = button("Open files…", "IDX images and their labels, CIFAR-10's archive, or mnist.npz");
        files.setOnAction(event -> open(() -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("IDX images and labels, cifar-10-binary.tar.gz or mnist.npz");
            List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
            return chosen == null ? List.of() : chosen;
        }));
        HBox box = new HBox(8, folder, files);
        box.getStyleClass().add("view-toolbar");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private static Button button(String text, String help) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleHelp(help);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void open(Supplier<List<File>> chooser) {
        List<Path> paths = chooser.get().stream().map(File::toPath).toList();
        if (!paths.isEmpty()) {
            model.open(paths);
        }
    }

    private List<SetRow> rows() {
        return rows.getChildren().stream().map(node -> (SetRow) node).toList();
    }

    private void arrange() {
        DataChoice chosen = model.choiceProperty().get();
        group = new ToggleGroup();
        List<SetRow> all = new ArrayList<>();
        Set<DataChoice> listed = new HashSet<>();
        for (DatasetInfo info : model.setsProperty().get()) {
            boolean here = info.name().equals(chosen.name()) && !info.available();
            DataChoice choice = here ? chosen : new DataChoice(info.name(), Optional.empty());
            listed.add(choice);
            all.add(SetRow.of(model, info, choice, group));
            if (info.builtIn() && !choice.isDrawn()) {
                DataChoice turned = choice.turned(true);
                listed.add(turned);
                all.add(SetRow.turned(model, info, turned, group));
            }
        }
        if (!listed.contains(chosen) && !others.contains(chosen) && !all.isEmpty()) {
            others.add(chosen);
        }
        others.stream()
                .filter(choice -> !listed.contains(choice))
                .forEach(choice -> all.add(SetRow.of(model, choice, group)));
        boolean focused = rows().stream().anyMatch(row -> row.lookup(".radio-button:focused") != null);
        rows.getChildren().setAll(all);
        if (focused) {
            // A choice by arrow key goes on from where it was.
            all.stream().filter(SetRow::isChosen).findFirst().ifPresent(SetRow::focus);
        }
    }

    private void show(SetsModel.Opened now) {
        if (now.reading()) {
            opened.running(now.words(), now.share());
        } else {
            opened.ended(now.words(), now.problem());
        }
    }
}
