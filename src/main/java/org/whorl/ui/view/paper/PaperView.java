package org.whorl.ui.view.paper;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.group.Support;
import org.whorl.paper.PaperFigure;
import org.whorl.paper.Preset;
import org.whorl.paper.TableNotes;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Presence;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.SetOffer;

/** The paper's tables and figures beside ours; every row can be run. */
public final class PaperView extends ScrollPane {
    private static final double RUN_WIDTH = 108;
    private static final double MARGIN = 12;

    private final PaperModel model;
    private final LabelledChoice<Preset> presets;
    private final Label title = new Label();
    private final Label presetWords = new Label();
    private final Label notes = new Label();
    private final Label nothingPublished = new Label();
    private final Label problem = new Label();
    private final Label runWords = new Label();
    private final Button runAll = new Button();
    private final ComparisonGrid grid;
    private final DetailsCard details;
    private final FiguresPane figures;
    private final SetOffer lacking;

    /**
     * A view that reads its numbers when it is first seen.
     *
     * @param sets gets the images that a table lacks
     * @param opening opens the networks of the tables
     */
    public PaperView(LabState lab, PaperModel model, SetsModel sets, ModelOpener opening) {
        this.model = model;
        grid = new ComparisonGrid(model);
        details = new DetailsCard(model, opening);
        figures = new FiguresPane(lab);
        lacking = new SetOffer(sets);
        lacking.setId("paper-lacks");
        presets = LabelledChoice.of("settings:", model.presetProperty(), Preset::label, List.of(Preset.BEST));
        getStyleClass().add("plain-scroll");
        for (String sheet : List.of("views.css", "paper.css")) {
            getStylesheets()
                    .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/" + sheet))
                            .toExternalForm());
        }
        setFitToWidth(true);
        VBox content = new VBox(figureLinks(), toolbar(), tableCard(), details, figures);
        content.getStyleClass().addAll("view-content", "paper-view");
        setContent(content);

        model.comparisonProperty().addListener(o -> update());
        model.presetProperty().addListener(o -> update());
        model.selectedProperty().addListener(o -> update());
        model.problemProperty().addListener(o -> updateRun());
        model.runningProperty().addListener((o, was, is) -> {
            updateRun();
            grid.updateRuns();
            if (was.isPresent() != is.isPresent()) {
                details.update();
            }
        });
        model.figuresProperty().addListener((o, was, is) -> figures.show(is));
        update();
        updateRun();
        readWhenSeen(new Repainter(this, () -> {}).showingProperty());
    }

    private void readWhenSeen(ReadOnlyBooleanProperty showing) {
        showing.addListener((o, was, is) -> {
            if (is) {
                model.refresh();
            }
        });
    }

    /** What one comes for may be far below the tables. */
    private Node figureLinks() {
        Label head = new Label("Figures, to see and to export:");
        head.getStyleClass().add("muted");
        HBox links = new HBox(8, head);
        for (PaperFigure figure : PaperFigure.ALL) {
            boolean disc = figure.support() == Support.DISC;
            Button link = new Button(disc ? "on the disc" : "Figure " + figure.number());
            link.setId("go-figure-" + figure.number() + (disc ? "-disc" : ""));
            link.getStyleClass().add("link-button");
            link.setTooltip(new Tooltip(DrawnFigure.title(figure) + ": to see and to export"));
            link.setOnAction(e -> {
                FigureCard card = figures.card(figure);
                reveal(card);
                card.point();
            });
            links.getChildren().add(link);
        }
        links.setAlignment(Pos.CENTER_LEFT);
        return links;
    }

    /** Scrolls until a part is in sight, at the top where there is enough below it. */
    private void reveal(Node part) {
        Node content = getContent();
        double top = content.sceneToLocal(part.localToScene(0, 0)).getY();
        double hidden =
                content.getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        setVvalue(hidden <= 0 ? 0 : Math.min(1, Math.max(0, (top - MARGIN) / hidden)));
    }

    private Node toolbar() {
        LabelledChoice<TableChoice> tables =
                LabelledChoice.of("", model.choiceProperty(), TableChoice::label, model.choices());
        tables.box().setId("table");
        tables.box().setAccessibleText("Table");
        presets.box().setId("preset");
        presets.box().setAccessibleText("Settings");
        CheckBox quick = new CheckBox("Quick");
        quick.setId("quick");
        quick.setTooltip(
                new Tooltip("Two or three epochs on parts of the data: shows in minutes that everything runs"));
        quick.selectedProperty().bindBidirectional(model.quickProperty());
        runAll.setId("run-all");
        runAll.setMinWidth(RUN_WIDTH);
        runAll.setOnAction(e -> {
            if (model.runningProperty().get().isPresent()) {
                model.cancel();
            } else {
                model.runAll();
            }
        });
        TableExport export = new TableExport(() -> model.comparisonProperty().get());
        FlowPane bar = new FlowPane(tables, presets, quick, runAll, export, export.message());
        bar.getStyleClass().add("view-toolbar");
        return bar;
    }

    private Node tableCard() {
        title.getStyleClass().add("card-title");
        for (Label words : List.of(presetWords, nothingPublished, notes)) {
            words.getStyleClass().add("muted");
            words.setWrapText(true);
        }
        notes.setId("paper-notes");
        notes.setMinHeight(USE_PREF_SIZE);
        problem.setId("paper-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        runWords.setId("paper-progress");
        runWords.setMaxWidth(Double.MAX_VALUE);
        runWords.getStyleClass().add("run-strip");
        runWords.setWrapText(true);
        VBox card = new VBox(title, presetWords, nothingPublished, grid, notes, runWords, problem, lacking);
        card.getStyleClass().add("card");
        return card;
    }

    private void update() {
        Comparison now = model.comparisonProperty().get();
        Preset preset = model.presetProperty().get();
        if (preset == null) {
            return;
        }
        if (!presets.box().getItems().equals(now.presets())) {
            // The box lets go of its value where its items change.
            presets.box().getItems().setAll(now.presets());
            model.presetProperty().set(preset);
        }
        title.setText(now.table().title());
        // As long as one another, so that the table stays where it is.
        presetWords.setText(
                now.table().quick()
                        ? "Quick runs are on parts of the data, to see that everything works: their numbers mean nothing."
                        : preset.label() + ": " + preset.words() + ".");
        Presence.show(nothingPublished, !now.sets().isEmpty() && !now.anyPublished());
        nothingPublished.setText("No results of this table come with this Whorl; run a row to see its numbers here.");
        notes.setText(String.join("\n", TableNotes.of(now.table())));
        Presence.show(notes, !notes.getText().isEmpty());
        grid.update();
        details.update();
        updateRun();
    }

    private void updateRun() {
        Optional<RunState> running = model.runningProperty().get();
        Presence.show(runWords, running.isPresent());
        runWords.setText(running.map(RunState::words).orElse(""));
        // The one button is both, so that the keyboard's focus stays on it.
        runAll.setText(running.isPresent() ? "Cancel" : "Run all rows");
        String wrong = model.problemProperty().get();
        problem.setText(
                wrong.isEmpty() ? model.comparisonProperty().get().problem().orElse("") : wrong);
        Optional<String> missing =
                wrong.isEmpty() ? Optional.empty() : model.missingProperty().get();
        lacking.offer(missing.map(set -> wrong).orElse(""), missing);
        Presence.show(problem, !problem.getText().isEmpty() && missing.isEmpty());
    }
}
