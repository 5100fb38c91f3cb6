package org.whorl.ui.view.paper;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.paper.Experiment;
import org.whorl.ui.control.Presence;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.view.FactTable;

/** How the selected cell's network is made, what it came to, and what can be done with it. */
final class DetailsCard extends VBox {
    private final PaperModel model;
    private final ModelOpener opening;
    private final Label title = new Label();
    private final FactTable training = new FactTable();
    private final FactTable values = new FactTable();
    private final TextField command = new TextField();
    private final Button copy = new Button("Copy");
    private final Button run = new Button("Run this cell");
    private final Button open = new Button("Open the model");
    private final Button openOwn = new Button("Open the one from here");
    private final Label note = new Label();

    /**
     * @param opening shows a trained network in the window
     */
    DetailsCard(PaperModel model, ModelOpener opening) {
        this.model = model;
        this.opening = opening;
        getStyleClass().add("card");
        title.getStyleClass().add("card-title");
        HBox facts = new HBox(32, this.training, values);
        HBox.setHgrow(this.training, Priority.ALWAYS);
        HBox.setHgrow(values, Priority.ALWAYS);
        this.training.setPrefWidth(280);
        values.setPrefWidth(280);

        command.setId("command");
        command.setEditable(false);
        command.getStyleClass().add("command");
        command.setAccessibleText("The command that makes the same run");
        HBox.setHgrow(command, Priority.ALWAYS);
        copy.setId("copy-command");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText("Copy the command");
        copy.setOnAction(e -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(command.getText());
            Clipboard.getSystemClipboard().setContent(clip);
            note.setText("copied");
        });
        HBox line = new HBox(8, command, copy);
        line.setAlignment(Pos.CENTER_LEFT);

        run.setId("run-cell");
        run.setOnAction(e -> selected().ifPresent(model::runCell));
        open.setId("open-model");
        open.setOnAction(e -> selected()
                .flatMap(model::galleryModel)
                .ifPresent(name -> open(new ModelSource(ModelSource.Kind.GALLERY, name))));
        openOwn.setId("open-own-model");
        openOwn.setOnAction(e -> selected().ifPresent(entry -> model.ownModel(entry)
                .ifPresent(file -> open(new ModelSource(ModelSource.Kind.FILE, file.toString())))));
        for (Button button : new Button[] {open, openOwn}) {
            button.setTooltip(new Tooltip("Show it in all views; a run in the window is paused"));
        }
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        FlowPane actions = new FlowPane(run, open, openOwn, note);
        actions.getStyleClass().add("view-toolbar");
        getChildren().addAll(title, facts, line, actions);
    }

    private void open(ModelSource origin) {
        opening.open(origin, () -> note.setText("All views show " + origin.name() + " now."), note::setText);
    }

    private Optional<Entry> selected() {
        return model.selectedProperty().get();
    }

    /** Shows the cell that is selected now. */
    void update() {
        setVisible(selected().isPresent());
        selected().ifPresent(this::show);
    }

    private void show(Entry entry) {
        Comparison comparison = model.comparisonProperty().get();
        Experiment experiment = entry.cell().experiment();
        String heading = entry.cell().row() + " · " + entry.cell().column();
        if (!heading.equals(title.getText())) {
            note.setText("");
        }
        title.setText(heading);
        training.show(CellFacts.training(comparison, entry));
        values.show(CellFacts.values(comparison, entry));
        String words = entry.command();
        if (!words.equals(command.getText())) {
            command.setText(words);
        }
        boolean done = comparison.done(experiment) >= experiment.seeds().size();
        boolean cannotRun = done || model.runningProperty().get().isPresent();
        if (cannotRun && run.isFocused()) {
            copy.requestFocus();
        }
        run.setDisable(cannotRun);
        Presence.show(open, model.galleryModel(entry).isPresent());
        Presence.show(openOwn, model.ownModel(entry).isPresent());
    }
}
