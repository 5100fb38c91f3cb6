package org.whorl.ui.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

import org.jfree.chart.fx.ChartCanvas;
import org.whorl.figure.ChartScale;
import org.whorl.figure.CurveFigure.Mark;
import org.whorl.figure.CurvePlot;
import org.whorl.ui.control.TypeSize;
import org.whorl.ui.model.run.Curve;
import org.whorl.ui.theme.ThemeColors;

/**
 * Curves over epochs. Axes and grid are a picture of their own, drawn again only when they show something else; over it lies the
 * picture of the curves, a few points a pixel column, drawn as often as they grow.
 */
final class CurveChart extends Region {
    private static final int FONT_SIZE = 12;
    private static final int MARK_FONT_SIZE = 11;
    private static final double PALE = 0.32;
    private static final double DOT = 4;

    private final EpochWindow window;
    private final boolean share;
    private final CurvePlot plot;
    private final ChartCanvas axes;
    private final Canvas lines = new Canvas();
    private final Line cursor = new Line();
    private final Rectangle chosen = new Rectangle();
    private List<ChartSeries> series = List.of();
    private List<Mark> marks = List.of();
    private final TypeSize type = new TypeSize();
    private ChartScale scale;
    private boolean log;
    private boolean dark;
    private boolean axesStale = true;

    /**
     * An empty chart.
     *
     * @param window the epochs that are shown
     * @param share whether values are shares from 0 to 1, shown as per cent
     */
    CurveChart(EpochWindow window, boolean share) {
        this.window = window;
        this.share = share;
        plot = new CurvePlot(share, new Font("Inter", Font.PLAIN, FONT_SIZE));
        axes = new ChartCanvas(plot.chart());
        axes.setTooltipEnabled(false);
        // FXGraphics2D sets no font that it believes to be set, though the canvas forgets it between two pictures.
        axes.getGraphicsContext2D().setFont(javafx.scene.text.Font.font("Inter", FONT_SIZE));
        type.watch(this::setType);
        getChildren().add(type);
        cursor.getStyleClass().add("cursor-line");
        chosen.getStyleClass().add("chart-selection");
        for (javafx.scene.Node node : List.of(axes, lines, cursor, chosen)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        cursor.setVisible(false);
        chosen.setVisible(false);
        getChildren().addAll(axes, lines, chosen, cursor);
        setMinSize(160, 120);
        setPrefSize(360, 200);
        setFocusTraversable(true);
        getStyleClass().add("curve-chart");
        window.cursorProperty().addListener(o -> placeCursor());
        setDark(false);
    }

    /** Writes the axes' numbers as large as the window's type. */
    private void setType() {
        float size = (float) (FONT_SIZE * type.factor());
        plot.setFont(new Font("Inter", Font.PLAIN, FONT_SIZE).deriveFont(size));
        axes.getGraphicsContext2D().setFont(javafx.scene.text.Font.font("Inter", size));
        axesStale = true;
        draw();
    }

    /** Draws in the colours of a theme. */
    void setDark(boolean newDark) {
        dark = newDark;
        ThemeColors colours = ThemeColors.of(dark);
        plot.setColours(
                new Color(colours.rgb("panel")), new Color(colours.rgb("track")), new Color(colours.rgb("muted")));
        axesStale = true;
        draw();
    }

    /** Whether values are drawn by their logarithm. */
    void setLog(boolean newLog) {
        log = newLog;
        draw();
    }

    boolean isLog() {
        return log;
    }

    /** Draws these curves as they are now, the one in front last. */
    void show(List<ChartSeries> newSeries, List<Mark> newMarks) {
        series = newSeries;
        marks = newMarks;
        draw();
    }

    /** What the axes show; null before the first picture. */
    ChartScale scale() {
        return scale;
    }

    List<ChartSeries> series() {
        return series;
    }

    List<Mark> marks() {
        return marks;
    }

    /** Pixels between left and right end of the curves. */
    double plotWidth() {
        return Math.max(1, getWidth() - CurvePlot.LEFT - CurvePlot.RIGHT);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - CurvePlot.TOP - CurvePlot.BOTTOM);
    }

    /** A curve as it is drawn. */
    private record Drawn(ChartSeries of, Curve.Points points, boolean pale) {}

    private List<Drawn> decimate() {
        int columns = Math.max(50, (int) plotWidth());
        List<Drawn> all = new ArrayList<>();
        for (boolean pale : new boolean[] {true, false}) {
            for (ChartSeries s : series) {
                if (s.raw() || !pale) {
                    Curve.Points points = s.curve().decimate(!pale, window.from(), window.to(), columns);
                    all.add(new Drawn(s, points, pale));
                }
            }
        }
        return all;
    }

    /** Draws everything as it is now. */
    void draw() {
        if (getWidth() <= 0) {
            return;
        }
        List<Drawn> drawn = decimate();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Drawn d : drawn) {
            for (int i = 0; i < d.points().count(); i++) {
                least = Math.min(least, d.points().y()[i]);
                most = Math.max(most, d.points().y()[i]);
            }
        }
        scale = share
                ? ChartScale.ofShares(window.from(), window.to(), least, most, window.isZoomed())
                : least > most && !log
                        // Nothing says yet how far its values reach.
                        ? new ChartScale(window.from(), window.to(), 0, 1, false)
                        : ChartScale.fit(window.from(), window.to(), least, most, log);
        if (plot.setScale(scale) || axesStale) {
            axesStale = false;
            axes.draw();
        }
        GraphicsContext g = lines.getGraphicsContext2D();
        g.clearRect(0, 0, lines.getWidth(), lines.getHeight());
        g.save();
        if (window.isZoomed()) {
            g.beginPath();
            g.rect(CurvePlot.LEFT, 0, plotWidth(), getHeight());
            g.clip();
        }
        drawMarks(g);
        drawn.forEach(d -> drawCurve(g, d));
        g.restore();
        placeCursor();
    }

    private double x(double epoch) {
        return CurvePlot.LEFT + scale.across(epoch) * plotWidth();
    }

    private double y(double value) {
        return CurvePlot.TOP + (1 - scale.up(value)) * plotHeight();
    }

    private void drawCurve(GraphicsContext g, Drawn d) {
        int count = d.points().count();
        double[] px = new double[count];
        double[] py = new double[count];
        for (int i = 0; i < count; i++) {
            px[i] = x(d.points().x()[i]);
            py[i] = y(d.points().y()[i]);
        }
        javafx.scene.paint.Color ink = colour(d.of().ink().rgb(dark));
        g.setStroke(d.pale() ? ink.deriveColor(0, 1, 1, PALE) : ink);
        g.setLineWidth(d.pale() ? 1 : 2);
        // A dashed line takes several times as long to draw, and only smoothed ones have to be told apart.
        g.setLineDashes(d.pale() ? null : d.of().ink().dash());
        g.setLineJoin(d.pale() ? javafx.scene.shape.StrokeLineJoin.BEVEL : javafx.scene.shape.StrokeLineJoin.ROUND);
        g.strokePolyline(px, py, count);
        if (d.of().dots() && !d.pale()) {
            g.setFill(ink);
            for (int i = 0; i < count; i++) {
                g.fillOval(px[i] - DOT / 2, py[i] - DOT / 2, DOT, DOT);
            }
        }
    }

    private void drawMarks(GraphicsContext g) {
        javafx.scene.paint.Color muted = colour(ThemeColors.of(dark).rgb("muted"));
        g.setFont(javafx.scene.text.Font.font("Inter", MARK_FONT_SIZE));
        for (Mark mark : marks) {
            if (mark.epoch() >= window.from() && mark.epoch() <= window.to()) {
                double at = Math.round(x(mark.epoch())) + 0.5;
                g.setStroke(muted);
                g.setLineWidth(1);
                g.setLineDashes(1, 2);
                g.strokeLine(at, CurvePlot.TOP, at, CurvePlot.TOP + plotHeight());
                g.save();
                g.translate(at, CurvePlot.TOP + plotHeight());
                g.rotate(-90);
                g.setFill(muted);
                // To the left of the line, unless that is over the axis.
                g.fillText(mark.words(), 4, at < CurvePlot.LEFT + 2 * MARK_FONT_SIZE ? MARK_FONT_SIZE : -4);
                g.restore();
            }
        }
    }

    private static javafx.scene.paint.Color colour(int rgb) {
        return javafx.scene.paint.Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** The epoch at a point of this region; the nearest that is shown where it is left or right of the curves. */
    double epochAt(double x) {
        double across = Math.max(0, Math.min(1, (x - CurvePlot.LEFT) / plotWidth()));
        return window.from() + across * (window.to() - window.from());
    }

    /** Whether a point of this region is over the curves. */
    boolean isOverCurves(double x) {
        return x >= CurvePlot.LEFT && x <= CurvePlot.LEFT + plotWidth();
    }

    private void placeCursor() {
        double at = window.cursorProperty().get();
        boolean inside = scale != null && at >= scale.from() && at <= scale.to();
        cursor.setVisible(inside);
        if (inside) {
            double place = Math.round(x(at)) + 0.5;
            cursor.setStartX(place);
            cursor.setEndX(place);
            cursor.setStartY(CurvePlot.TOP);
            cursor.setEndY(CurvePlot.TOP + plotHeight());
        }
    }

    /** Shows which epochs are being chosen; none where they are not numbers. */
    void choose(double first, double last) {
        chosen.setVisible(Double.isFinite(first) && Double.isFinite(last) && scale != null);
        if (chosen.isVisible()) {
            chosen.setX(x(Math.min(first, last)));
            chosen.setWidth(Math.abs(x(last) - x(first)));
            chosen.setY(CurvePlot.TOP);
            chosen.setHeight(plotHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        if (axes.getWidth() != getWidth() || axes.getHeight() != getHeight()) {
            axesStale = true;
            axes.setWidth(getWidth());
            axes.setHeight(getHeight());
            lines.setWidth(getWidth());
            lines.setHeight(getHeight());
            draw();
        }
    }
}
