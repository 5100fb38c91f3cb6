package org.whorl.ui.view.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.whorl.figure.EpochsFigure;
import org.whorl.figure.Numbers;
import org.whorl.figure.Series;
import org.whorl.file.Csv;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Presence;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/** The curves of several runs over one another, with each one's value at the epoch under the cursor. */
final class CurvesCard extends VBox {
    private static final double POINTS = 230;

    private final CompareModel model;
    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private final FlowPane legend = new FlowPane(14, 2);
    private final Label hint = new Label(
            "None of these has curves: no record of their training was kept. Choose a run of your own, and its"
                    + " curves are drawn here.");
    private final ExportMenu export = new ExportMenu(this::content);
    private final LabelledChoice<Quantity> quantityChoice;
    private EpochsFigure figure;
    private double cursor = Double.NaN;
    private boolean dark;

    CurvesCard(CompareModel model) {
        this.model = model;
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        legend.getStyleClass().add("polar-legend");
        canvas.setFocusTraversable(true);
        canvas.getStyleClass().add("polar-canvas");
        canvas.setOnMouseMoved(e -> read(e.getX()));
        canvas.setOnMouseExited(e -> read(Double.NaN));
        canvas.setOnKeyPressed(this::move);
        export.setId("curves-export");
        Exportable.by(canvas, this::content);
        HBox beside = new HBox(8, export.message(), export);
        beside.getStyleClass().add("view-toolbar");
        quantityChoice = LabelledChoice.of("", model.quantityProperty(), Quantity::label, List.of(Quantity.values()));
        quantityChoice.getStyleClass().add("quantity-choice");
        Card card = new Card("Curves", beside, new VBox(8, quantityChoice, hint, legend, canvas));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    /** Whether there is anything to draw. */
    boolean isEmpty() {
        return model.curves().isEmpty();
    }

    /** Draws what there is now. */
    void show(boolean onDark) {
        dark = onDark;
        List<Series> series = model.curves();
        Quantity quantity = model.quantityProperty().get();
        figure = new EpochsFigure(
                "Curves: " + quantity.label(),
                series.isEmpty() ? hint.getText() : "After each epoch.",
                series,
                quantity.isShare(),
                false,
                null);
        boolean any = !series.isEmpty();
        Presence.show(List.of(quantityChoice, legend, canvas), any);
        Presence.show(hint, !any);
        export.setDisable(!any);
        canvas.show(figure, dark);
        describe();
    }

    private void read(double x) {
        cursor = Double.isNaN(x) || figure == null
                ? Double.NaN
                : Math.rint(figure.area(canvas.figureWidth()).epoch(x / canvas.scale()));
        describe();
    }

    private void move(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by != 0 && figure != null) {
            double last = figure.area(canvas.figureWidth()).lastEpoch();
            cursor = Math.max(0, Math.min(last, (Double.isNaN(cursor) ? last : cursor) + by));
            describe();
            event.consume();
        }
    }

    /** Writes each curve's value at the cursor, or else its last. */
    private void describe() {
        if (figure == null) {
            return;
        }
        List<HBox> entries = new ArrayList<>();
        StringBuilder words = new StringBuilder(figure.title());
        String at = Double.isNaN(cursor) ? "last" : String.format(Locale.ROOT, "epoch %.0f", cursor);
        Label where = new Label(at);
        where.getStyleClass().add("muted");
        entries.add(new HBox(where));
        words.append(", ").append(at);
        for (Series series : figure.series()) {
            Line key = Chooser.keyLine(series.style());
            Chooser.paint(key, series.style(), dark);
            Label name = new Label(series.name());
            name.getStyleClass().add("muted");
            Label value = new Label(format(valueAt(series)));
            value.getStyleClass().add("strong");
            HBox entry = new HBox(5, key, name, value);
            entry.getStyleClass().add("polar-entry");
            entries.add(entry);
            words.append(", ").append(series.name()).append(' ').append(value.getText());
        }
        legend.getChildren().setAll(entries);
        canvas.setAccessibleText(words + ". Left and right move from epoch to epoch.");
    }

    private double valueAt(Series series) {
        double found = Double.NaN;
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isNaN(cursor) || series.x()[i] <= cursor) {
                found = Double.isNaN(series.y()[i]) ? found : series.y()[i];
            }
        }
        return found;
    }

    private String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return figure.share() ? String.format(Locale.ROOT, "%.2f %%", 100 * value) : Numbers.format(value);
    }

    private Optional<ExportMenu.Content> content() {
        if (figure == null || figure.series().isEmpty()) {
            return Optional.empty();
        }
        String csv = csv();
        return Optional.of(new ExportMenu.Content(
                "curves-compared",
                figure.withLegend(),
                Map.of(),
                Optional.empty(),
                Optional.of(out -> out.write(csv.getBytes(StandardCharsets.UTF_8)))));
    }

    /** All curves that are drawn, a line a value. */
    String csv() {
        StringBuilder csv = new StringBuilder("network,epoch,")
                .append(model.quantityProperty().get().name().toLowerCase(Locale.ROOT))
                .append('\n');
        for (Series series : figure.series()) {
            for (int i = 0; i < series.x().length; i++) {
                csv.append(Csv.quoted(series.name())).append(',');
                csv.append((int) series.x()[i]).append(',');
                csv.append(Double.isNaN(series.y()[i]) ? "" : Double.toString(series.y()[i]))
                        .append('\n');
            }
        }
        return csv.toString();
    }
}
