package org.whorl.ui.view.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.Figure;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.insight.LearnedGenerator;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.InSight;
import org.whorl.ui.control.dial.BaseFilter;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.Repainter;

/** The matrix that was learned: as a heat map, by its eigenvalues, by what its powers are, and by what it makes of a filter. */
final class MatrixCard extends VBox {
    private static final double POINTS = 210;
    private static final double WIDE_POINTS = 420;
    private static final double WIDEST = 860;
    /** What a card's head needs, with its gap. */
    private static final double COLUMN = 280;

    private final LabState lab;
    private final PairsModel model;
    private final GridPane cards = new GridPane();
    private final FigureCanvas heat = new FigureCanvas(POINTS);
    private final FigureCanvas spectrum = new FigureCanvas(POINTS);
    private final FigureCanvas closure = new FigureCanvas(POINTS);
    private final FigureCanvas orbit = new FigureCanvas(WIDE_POINTS);
    private Optional<PairsModel.Result> drawn = Optional.empty();
    private Figure heatMap;
    private Figure eigenvalues;
    private Figure closures;
    private Figure orbits;

    MatrixCard(LabState lab, PairsModel model) {
        super(16);
        this.lab = lab;
        this.model = model;
        setMinWidth(0);
        orbit.setMaxWidth(WIDEST);
        cards.setHgap(16);
        cards.setVgap(16);
        cards.getChildren()
                .addAll(
                        card("The matrix A", "matrix", heat, () -> heatMap, true),
                        card("Eigenvalues", "eigenvalues", spectrum, () -> eigenvalues, false),
                        card("Closure by N", "closure", closure, () -> closures, false));
        cards.widthProperty().addListener((o, was, is) -> arrange(is.doubleValue()));
        arrange(COLUMN);
        getChildren().addAll(cards, card("A filter under A", "orbit-under-a", orbit, () -> orbits, false));
        Repainter painting = new Repainter(this, this::paint);
        painting.requestOn(
                model.resultProperty(),
                lab.shownProperty(),
                lab.selectionProperty(),
                lab.paletteProperty(),
                lab.darkProperty());
        model.resultProperty().addListener((o, was, is) -> show(is.isPresent()));
        show(false);
    }

    private void show(boolean any) {
        setVisible(any);
        setManaged(any);
    }

    /** As many cards side by side as have room for their heads. */
    private void arrange(double width) {
        int columns = (int) Math.max(1, Math.min(cards.getChildren().size(), width / COLUMN));
        if (columns == cards.getColumnConstraints().size()) {
            return;
        }
        cards.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            cards.getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.getChildren().size(); i++) {
            GridPane.setConstraints(cards.getChildren().get(i), i % columns, i / columns);
        }
    }

    private VBox card(String title, String name, FigureCanvas canvas, Supplier<Figure> figure, boolean numbers) {
        Supplier<Optional<ExportMenu.Content>> content = () -> Optional.ofNullable(figure.get())
                .map(f -> new ExportMenu.Content(
                        name, f, Map.of(), numbers ? Optional.of(out -> Npy.write(array(), out)) : Optional.empty()));
        canvas.setMinHeight(USE_PREF_SIZE);
        Exportable.by(canvas, content);
        Label words = new Label();
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        canvas.accessibleTextProperty()
                .addListener((o, was, is) ->
                        words.setText(figure.get() == null ? "" : figure.get().description()));
        VBox holder = new VBox(new Card(title, ExportMenu.beside(new Label(), content), new VBox(8, canvas, words)));
        holder.setMinWidth(0);
        VBox.setVgrow(holder.getChildren().get(0), Priority.ALWAYS);
        return holder;
    }

    private NpyArray array() {
        double[][] matrix = drawn.orElseThrow().generator().generator().matrix();
        float[] values = new float[matrix.length * matrix.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) matrix[i / matrix.length][i % matrix.length];
        }
        return new NpyArray(List.of(matrix.length, matrix.length), values);
    }

    private void paint() {
        Optional<PairsModel.Result> result = model.resultProperty().get();
        if (result.isEmpty()) {
            return;
        }
        LearnedGenerator learned = result.get().generator();
        MatrixFigures figures = new MatrixFigures(learned, lab.paletteProperty().get());
        boolean fresh = !result.equals(drawn);
        if (fresh) {
            drawn = result;
            closures = figures.closure();
            eigenvalues = figures.spectrum();
        }
        heatMap = figures.heatMap();
        Optional<float[]> filter = filter(learned.pairs().side());
        orbits = filter.isPresent()
                ? figures.orbit(
                        filter.get(),
                        "Base filter " + (lab.selectionProperty().get().base() + 1) + " of layer "
                                + (lab.selectionProperty().get().layer() + 1))
                : figures.orbit(patch(learned), "A patch");
        boolean dark = lab.darkProperty().get();
        heat.show(heatMap, dark);
        spectrum.show(eigenvalues, dark);
        closure.show(closures, dark);
        orbit.show(orbits, dark);
        requestLayout();
        if (fresh) {
            // What the button that was pressed above has made must not have to be looked for.
            Platform.runLater(() -> InSight.bring(cards));
        }
    }

    /** The selected base filter, its colours averaged; empty where it has another size. */
    private Optional<float[]> filter(int side) {
        if (lab.getShown() == null
                || lab.getShown().spec().dense()
                || lab.getShown().spec().kernel() != side) {
            return Optional.empty();
        }
        FilterSelection selected = lab.selectionProperty().get();
        BaseFilter base = BaseFilter.of(lab.lookedAt(), selected.layer(), selected.base());
        float[] mean = new float[side * side];
        for (int i = 0; i < base.values().length; i++) {
            mean[i % mean.length] += base.values()[i] / base.channels();
        }
        return Optional.of(mean);
    }

    /** The patch with the most to see. */
    private static float[] patch(LearnedGenerator learned) {
        double[] best = learned.pairs().from()[0];
        double most = -1;
        for (double[] one : learned.pairs().from()) {
            double energy = 0;
            for (double value : one) {
                energy += value * value;
            }
            if (energy > most) {
                most = energy;
                best = one;
            }
        }
        float[] whole = new float[learned.pairs().side() * learned.pairs().side()];
        for (int i = 0; i < best.length; i++) {
            whole[learned.pairs().support()[i]] = (float) best[i];
        }
        return whole;
    }
}
