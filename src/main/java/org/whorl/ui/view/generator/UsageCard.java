package org.whorl.ui.view.generator;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.SetOffer;

/** How much each copy of the filters is used. */
final class UsageCard extends VBox {
    private static final double POINTS = 430;
    private static final double WIDEST = 640;

    /**
     * @param sets offers images where there are none
     */
    UsageCard(LabState lab, RunController runs, UsageModel model, SetsModel sets) {
        setMinWidth(0);
        FigureCanvas canvas = new FigureCanvas(POINTS);
        SetOffer lacking = new SetOffer(sets);
        Label words = new Label();
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        ExportMenu export = new ExportMenu(() -> content(model));
        canvas.setMinHeight(USE_PREF_SIZE);
        canvas.setMaxWidth(WIDEST);
        Exportable.by(canvas, () -> content(model));
        Card card = new Card(
                "Usage by copy",
                ExportMenu.beside(new Label(), () -> content(model)),
                new VBox(8, canvas, words, lacking));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        Repainter painting = new Repainter(this, () -> {
            model.measure();
            var figure = model.figureProperty().get();
            canvas.setVisible(figure.isPresent());
            canvas.setManaged(figure.isPresent());
            words.setText(figure.map(f -> f.description())
                    .orElse(model.stateProperty().get()));
            Optional<ShownNetwork> without = Optional.ofNullable(lab.getShown())
                    .filter(shown -> shown.data().isEmpty());
            lacking.offer(
                    without.isPresent() ? "Images are needed to tell how much each copy is used." : "",
                    without.flatMap(ShownNetwork::trainedOn));
            figure.ifPresent(f -> canvas.show(f, lab.darkProperty().get()));
        });
        canvas.setVisible(false);
        canvas.setManaged(false);
        painting.requestOn(model.stateProperty());
        painting.requestOn(model.figureProperty(), runs.snapshotProperty(), runs.activeProperty(), lab.shownProperty());
        painting.requestOn(lab.darkProperty());
        painting.request();
    }

    private static Optional<ExportMenu.Content> content(UsageModel model) {
        return model.figureProperty().get().map(figure -> new ExportMenu.Content("usage-by-copy", figure));
    }
}
