package org.whorl.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.whorl.figure.CurveFigure;
import org.whorl.figure.CurvePlot;
import org.whorl.figure.SignificantFormat;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.SteadyLabel;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.run.Curve;
import org.whorl.ui.theme.ThemeColors;

/**
 * A chart with its title, a legend that shows the newest values or those under the cursor, a switch for the logarithmic axis and a menu
 * that writes it to files.
 */
public final class CurveCard extends VBox {
    private static final double LEAST_WIDTH = 220;

    private final String title;
    private final boolean share;
    private final EpochWindow window;
    private final Supplier<Map<String, String>> provenance;
    private final CurveChart chart;
    private final Card card;
    private final FlowPane legend = new FlowPane(14, 2);
    private final Label at = new SteadyLabel();
    private final List<Label> values = new ArrayList<>();
    private final List<Line> strokes = new ArrayList<>();
    private final Label hint = new Label();
    private final ToggleButton log = new ToggleButton("log");
    private final HBox tools = new HBox(8);
    private List<ChartSeries> series = List.of();
    private boolean dark;
    private boolean stale;

    /**
     * An empty card.
     *
     * @param share whether values are shares from 0 to 1, shown as per cent; others can have a logarithmic axis
     * @param provenance what exported files say of where they came from
     */
    public CurveCard(String title, boolean share, EpochWindow window, Supplier<Map<String, String>> provenance) {
        this.title = title;
        this.share = share;
        this.window = window;
        this.provenance = provenance;
        chart = new CurveChart(window, share);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setAccessibleHelp(ChartGestures.WORDS);
        chart.setId("chart-" + fileName());
        new ChartGestures(chart, window);
        hint.getStyleClass().addAll("muted", "chart-hint");
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        at.getStyleClass().add("muted");
        at.setMinWidth(USE_PREF_SIZE);
        legend.setAlignment(Pos.CENTER_LEFT);
        StackPane area = new StackPane(chart, hint);
        StackPane.setMargin(hint, new Insets(8, 8, CurvePlot.BOTTOM + 8, CurvePlot.LEFT + 8));
        VBox content = new VBox(2, legend, area);
        VBox.setVgrow(area, Priority.ALWAYS);
        card = new Card(title, tools(), content);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        setMinWidth(LEAST_WIDTH);
        getStyleClass().add(fileName() + "-card");
        window.changesProperty().addListener(o -> stale = true);
        window.cursorProperty().addListener(o -> describe());
        describe();
    }

    /** How wide it has to be for its head to be whole. */
    public double leastWidth() {
        return Math.max(LEAST_WIDTH, card.minWidth(-1));
    }

    private HBox tools() {
        Button whole = new Button("whole run");
        whole.getStyleClass().add("link-button");
        whole.setOnAction(e -> window.reset());
        whole.setVisible(false);
        whole.managedProperty().bind(whole.visibleProperty());
        whole.setMinWidth(USE_PREF_SIZE);
        window.changesProperty().addListener(o -> whole.setVisible(window.isZoomed()));
        ExportMenu export = new ExportMenu(this::content);
        Exportable.by(chart, this::content);
        export.getStyleClass().add("quiet-menu");
        export.setMinWidth(USE_PREF_SIZE);
        export.setAccessibleText("Export the chart " + title);
        tools.getChildren().addAll(export.message(), whole);
        if (!share) {
            log.getStyleClass().add("link-button");
            log.setId("log-" + chart.getId());
            log.setAccessibleText("logarithmic axis");
            log.setMinWidth(USE_PREF_SIZE);
            log.selectedProperty().addListener((o, old, now) -> {
                log.setText(now ? "log ✓" : "log");
                chart.setLog(now);
            });
            log.setSelected(true);
            tools.getChildren().add(log);
        }
        tools.getChildren().add(export);
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    /** What there is to write now: the picture and the numbers; empty before there are any. */
    public Optional<ExportMenu.Content> content() {
        if (chart.scale() == null || series.stream().allMatch(s -> s.curve().size() == 0)) {
            return Optional.empty();
        }
        List<ChartSeries> all = List.copyOf(series);
        CurveFigure figure = CurveExport.figure(title, chart.scale(), share, all, chart.marks());
        return Optional.of(new ExportMenu.Content(
                fileName(),
                figure,
                provenance.get(),
                Optional.empty(),
                Optional.of(out -> CurveExport.writeTable(out, all))));
    }

    private String fileName() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** What stands where the curves will be, as long as there are none. */
    public void setHint(String words) {
        hint.setText(words);
    }

    /** Whether the axis is logarithmic. */
    public ToggleButton logSwitch() {
        return log;
    }

    /** Puts something into the card's head. */
    public void addTool(Node tool) {
        tools.getChildren().add(0, tool);
    }

    /** How high the chart is, in pixels. */
    public void setChartHeight(double height) {
        chart.setPrefHeight(height);
    }

    public void setDark(boolean newDark) {
        dark = newDark;
        chart.setDark(dark);
        paintLegend();
    }

    /** Shows these curves, the one in front last. */
    public void show(List<ChartSeries> newSeries, List<CurveFigure.Mark> marks) {
        boolean same = newSeries.size() == series.size();
        for (int i = 0; same && i < newSeries.size(); i++) {
            same = newSeries.get(i).name().equals(series.get(i).name());
        }
        series = newSeries;
        if (!same) {
            buildLegend();
        }
        hint.setVisible(series.stream().allMatch(s -> s.curve().size() == 0));
        stale = false;
        chart.show(series, marks);
        describe();
    }

    /** Draws again where other epochs are to be shown than were drawn. */
    public void refresh() {
        if (stale) {
            stale = false;
            chart.draw();
        }
    }

    private void buildLegend() {
        values.clear();
        strokes.clear();
        legend.getChildren().setAll(List.of());
        for (ChartSeries s : series) {
            Line line = new Line(0, 0, 16, 0);
            line.setStrokeWidth(2);
            for (double length : s.ink().dash()) {
                line.getStrokeDashArray().add(length);
            }
            strokes.add(line);
            Label name = new Label(s.name());
            name.getStyleClass().add("muted");
            Label value = new SteadyLabel();
            value.getStyleClass().add("strong");
            // As wide as most numbers, so that the first does not move what stands beside it.
            value.setMinWidth(46);
            values.add(value);
            HBox entry = new HBox(5, line, name, value);
            entry.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(entry);
        }
        legend.getChildren().add(at);
        paintLegend();
    }

    private void paintLegend() {
        for (int i = 0; i < strokes.size(); i++) {
            int rgb = series.get(i).ink().rgb(dark);
            strokes.get(i).setStroke(javafx.scene.paint.Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        }
        hint.setTextFill(javafx.scene.paint.Color.web(
                String.format(Locale.ROOT, "#%06x", ThemeColors.of(dark).rgb("muted"))));
    }

    private void describe() {
        double cursor = window.cursorProperty().get();
        boolean reading = Double.isFinite(cursor);
        StringBuilder words = new StringBuilder(title).append(':');
        double newest = 0;
        for (int i = 0; i < values.size(); i++) {
            Curve curve = series.get(i).curve();
            int index = reading ? curve.before(cursor) : curve.size() - 1;
            String value = index < 0 ? "–" : value(curve, index, reading);
            values.get(i).setText(value);
            words.append(' ')
                    .append(series.get(i).name())
                    .append(' ')
                    .append(value)
                    .append(',');
            newest = Math.max(newest, curve.size() == 0 ? 0 : curve.x(curve.size() - 1));
        }
        at.setText(reading ? String.format(Locale.ROOT, "epoch %.2f", cursor) : "");
        chart.setAccessibleText(words.append(String.format(Locale.ROOT, " at epoch %.1f", reading ? cursor : newest))
                .toString());
    }

    /** What was measured there, and what is drawn in bold where that is something else; at rest only the latter. */
    private String value(Curve curve, int index, boolean reading) {
        if (!curve.isSmoothed()) {
            return format(curve.smooth(index));
        }
        return (reading ? format(curve.y(index)) + ", " : "") + format(curve.smooth(index)) + " smoothed";
    }

    private String format(double value) {
        return share ? String.format(Locale.ROOT, "%.1f %%", 100 * value) : new SignificantFormat(3).format(value);
    }
}
