package org.whorl.ui.view.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.paper.Preset;

/** The table: a row a network, a column a measurement, and at the end of each row what runs it. */
final class ComparisonGrid extends GridPane {
    private static final double NUMBER_WIDTH = 116;
    private static final double RUN_WIDTH = 104;
    /** From this width on there is room for numbers that are read from the back of a classroom. */
    private static final double WIDE = 900;

    private static final PseudoClass WIDE_CLASS = PseudoClass.getPseudoClass("wide");
    private static final double NAME_WIDTH = 76;

    private final PaperModel model;
    private final Map<List<String>, NumberCell> cells = new HashMap<>();
    private final Map<String, RowRun> runs = new HashMap<>();
    private ToggleGroup group = new ToggleGroup();
    private List<Object> shape = List.of();

    /** The end of a row. */
    private final class RowRun extends VBox {
        private final String row;
        private final Button button = new Button();
        private final ProgressBar bar = new ProgressBar(0);

        RowRun(String row) {
            super(6);
            this.row = row;
            setAlignment(Pos.CENTER_LEFT);
            button.getStyleClass().add("small-button");
            button.setId("run-" + (runs.size() + 1));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip());
            bar.setMaxWidth(Double.MAX_VALUE);
            getChildren().addAll(button, bar);
        }

        void update() {
            boolean busy = model.runningProperty().get().isPresent();
            boolean wanted = model.isWanted(row);
            // Before the first of several rows begins, each can be cancelled.
            boolean mine = model.isRunning(row)
                    || wanted
                            && model.runningProperty()
                                    .get()
                                    .flatMap(RunState::moment)
                                    .isEmpty();
            double share = model.share(row);
            boolean done = share >= 1 && !wanted;
            boolean begun = share > 0 || model.isBegun(row);
            button.setText(mine ? "Cancel" : wanted ? "Waits" : done ? "Done" : begun ? "Go on" : "Run");
            disable(done || busy && !mine);
            button.setOnAction(e -> {
                if (mine) {
                    model.cancel();
                } else {
                    model.runRow(row);
                }
            });
            String help = mine
                    ? "Stop " + row + "; it goes on later from where it is"
                    : "Train the networks of " + row + " that have not been run here, and measure them";
            button.getTooltip().setText(help);
            button.setAccessibleText(button.getText() + " " + row);
            button.setAccessibleHelp(help);
            bar.setProgress(share);
            bar.setVisible(wanted || share > 0);
            bar.setAccessibleText(Math.round(100 * share) + " per cent of the runs of " + row + " have been made here");
        }

        /** The focus stays in the row: left to itself it would jump away from a button that is disabled, and the view with it. */
        private void disable(boolean disabled) {
            if (disabled && button.isFocused()) {
                cells.entrySet().stream()
                        .filter(cell -> cell.getKey().get(0).equals(row))
                        .findFirst()
                        .ifPresent(cell -> cell.getValue().requestFocus());
            }
            button.setDisable(disabled);
        }
    }

    ComparisonGrid(PaperModel model) {
        this.model = model;
        getStyleClass().add("paper-grid");
        widthProperty().addListener((o, was, is) -> pseudoClassStateChanged(WIDE_CLASS, is.doubleValue() >= WIDE));
    }

    /** Shows the table that the model has now; keeps its nodes, and with them the focus, where only numbers have changed. */
    void update() {
        Comparison now = model.comparisonProperty().get();
        Preset preset = model.presetProperty().get();
        List<Object> nextShape = List.of(now.rows(), now.columns());
        if (!nextShape.equals(shape)) {
            shape = nextShape;
            build(now, preset);
        }
        cells.forEach((place, cell) -> {
            Optional<Entry> entry = now.entry(preset, place.get(0), place.get(1));
            cell.setVisible(entry.isPresent());
            entry.ifPresent(e -> {
                cell.show(e);
                cell.setOnAction(event -> {
                    cell.setSelected(true);
                    model.selectedProperty().set(Optional.of(e));
                });
                cell.setSelected(model.selectedProperty()
                        .get()
                        .map(s -> s.cell().equals(e.cell()))
                        .orElse(false));
            });
        });
        updateRuns();
    }

    /** Shows how far runs are, which changes more often than numbers do. */
    void updateRuns() {
        runs.values().forEach(RowRun::update);
    }

    private void build(Comparison now, Preset preset) {
        getChildren().clear();
        cells.clear();
        runs.clear();
        group = new ToggleGroup();
        List<String> columns = now.columns();
        List<ColumnConstraints> constraints = new ArrayList<>();
        ColumnConstraints name = new ColumnConstraints(NAME_WIDTH, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        name.setHalignment(HPos.LEFT);
        constraints.add(name);
        for (int c = 0; c < columns.size(); c++) {
            ColumnConstraints numbers = new ColumnConstraints(NUMBER_WIDTH, NUMBER_WIDTH, Double.MAX_VALUE);
            numbers.setHgrow(Priority.ALWAYS);
            constraints.add(numbers);
            add(head(columns.get(c) + measure(now, columns.get(c))), c + 1, 0);
        }
        ColumnConstraints run = new ColumnConstraints(RUN_WIDTH);
        constraints.add(run);
        getColumnConstraints().setAll(constraints);
        add(head("here"), columns.size() + 1, 0);
        for (int r = 0; r < now.rows().size(); r++) {
            String row = now.rows().get(r);
            Label label = new Label(row);
            label.getStyleClass().add("paper-row");
            label.setWrapText(true);
            add(label, 0, r + 1);
            for (int c = 0; c < columns.size(); c++) {
                NumberCell cell = new NumberCell();
                cell.setToggleGroup(group);
                cells.put(List.of(row, columns.get(c)), cell);
                add(cell, c + 1, r + 1);
            }
            RowRun end = new RowRun(row);
            runs.put(row, end);
            add(end, columns.size() + 1, r + 1);
        }
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("muted");
        head.setWrapText(true);
        return head;
    }

    private static String measure(Comparison now, String column) {
        return now.entries().stream()
                .map(Entry::cell)
                .filter(cell -> cell.column().equals(column))
                .findFirst()
                .map(cell -> ", " + cell.measure().unit())
                .orElse("");
    }
}
