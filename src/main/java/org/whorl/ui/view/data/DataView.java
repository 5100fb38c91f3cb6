package org.whorl.ui.view.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.About;
import org.whorl.ui.control.Busy;
import org.whorl.ui.control.Card;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.Settings;

/** The sets there are, and what the chosen one holds: samples, balance, means, and what whitening does to it. */
public final class DataView extends VBox {
    private static final double NARROW = 620;

    private final SelectedDataset chosen;
    private final GridPane numbers = new GridPane();
    private final Node facts;
    private final Node means;
    private boolean wide = true;
    private final List<Node> contents;
    private final Busy reading;
    private final Button again = new Button("Try again");
    private final Card missing;

    /**
     * The view.
     *
     * @param fx runs what is to run on the FX thread
     */
    public DataView(LabState lab, Settings settings, SelectedDataset chosen, SetsModel sets, Executor fx) {
        this.chosen = chosen;
        getStyleClass().add("view-content");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        DataModel model = new DataModel(chosen, fx);
        Exportable.origin(this, () -> {
            Map<String, String> about = About.program();
            chosen.stateProperty().get().data().ifPresent(data -> {
                about.put("Data", data.name() + ", SHA-256 " + data.checksum());
                about.put("Part", model.partProperty().get().label());
            });
            about.put(
                    "Seed",
                    Long.toString(settings.planProperty().get().training().seed()));
            return about;
        });
        facts = new FactsCard(model);
        means = new MeansCard(lab, model);
        numbers.setHgap(16);
        numbers.setVgap(16);
        numbers.setMinWidth(0);
        numbers.getChildren().addAll(facts, means);
        contents = List.of(
                new SamplesCard(lab, model, settings.dataProperty()),
                numbers,
                new WhiteningCard(lab, model, new WhiteningModel(settings, model, fx), settings.training()));
        reading = new Busy("cancel-reading", chosen::cancel);
        again.setId("read-again");
        again.setOnAction(event -> chosen.read());
        missing = new Card("Chosen set", new Label(), new VBox(8, reading, again));
        getChildren().add(new SetsCard(sets));
        getChildren().add(missing);
        getChildren().addAll(contents);
        widthProperty().addListener((o, was, is) -> {
            if (is.doubleValue() > NARROW != wide) {
                wide = !wide;
                arrange();
            }
        });
        arrange();
        chosen.stateProperty().addListener((o, was, is) -> show(is));
        show(chosen.stateProperty().get());
    }

    /** Numbers and means side by side, or one above the other where it is narrow. */
    private void arrange() {
        numbers.getColumnConstraints().clear();
        for (int i = 0; i < (wide ? 2 : 1); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(wide ? 50 : 100);
            column.setHgrow(Priority.ALWAYS);
            numbers.getColumnConstraints().add(column);
        }
        GridPane.setConstraints(facts, 0, 0);
        GridPane.setConstraints(means, wide ? 1 : 0, wide ? 0 : 1);
    }

    private void show(SelectedDataset.State state) {
        boolean here = state.data().isPresent();
        for (Node node : contents) {
            node.setVisible(here);
            node.setManaged(here);
        }
        missing.setVisible(!here);
        missing.setManaged(!here);
        again.setVisible(state.problem());
        again.setManaged(state.problem());
        if (state.problem()) {
            reading.ended(state.words(), true);
        } else {
            reading.running(state.words(), state.share());
        }
    }
}
