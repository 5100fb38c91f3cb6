package org.whorl.ui.view.generator;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

import org.whorl.figure.About;
import org.whorl.group.Generator;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.run.LearnedAngle;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.Settings;

/** Where the group comes from: the angle that training finds, live, and a matrix that pairs of pictures teach. */
public final class GeneratorView extends VBox {
    /**
     * The view.
     *
     * @param find begins a run that finds an angle
     * @param train begins a run whose copies are made by a matrix
     * @param fx runs what is to run on the FX thread
     */
    public GeneratorView(
            LabState lab,
            Settings settings,
            RunController runs,
            LearnedAngle learned,
            SelectedDataset chosen,
            SetsModel sets,
            Runnable find,
            Consumer<Generator> train,
            Executor fx) {
        getStyleClass().add("view-content");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        PairsModel pairs = new PairsModel(lab, settings, chosen, fx);
        MatrixCard matrix = new MatrixCard(lab, pairs);
        getChildren()
                .addAll(
                        new AngleCard(lab, runs, new AngleModel(lab, runs, learned, fx), find),
                        new PairsCard(pairs, settings, sets.setsProperty(), train),
                        matrix,
                        new UsageCard(lab, runs, new UsageModel(lab, runs, fx), sets));
        Exportable.origin(this, () -> lab.getShown() == null ? About.program() : ExportMetadata.of(lab.getShown()));
        Exportable.origin(matrix, () -> {
            Map<String, String> about = About.program();
            pairs.resultProperty().get().ifPresent(result -> about.put("Pairs", PairsWords.of(result)));
            return about;
        });
    }
}
