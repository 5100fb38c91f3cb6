package org.whorl.ui.control;

import java.awt.RenderingHints;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.jfree.fx.FXGraphics2D;
import org.whorl.figure.Figure;
import org.whorl.figure.Numbers;
import org.whorl.figure.Theme;
import org.whorl.figure.ValueFigure;
import org.whorl.ui.control.lens.Glimpse;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/** Shows a figure just as it is exported, enlarged to fill the width, in the colours of the window. */
public final class FigureCanvas extends Region {
    /** A point of a figure is never smaller than this many pixels, so that its letters can be read. */
    private static final double LEAST_SCALE = 1.5;

    private static final double FONT_SIZE = 8;

    private final Canvas canvas = new Canvas();
    private final TypeSize type = new TypeSize();
    private final double points;
    private Figure figure;
    /** What is drawn, for a lens; null before one has looked. */
    private Image pixels;

    private boolean dark;
    private double most = Double.POSITIVE_INFINITY;

    /**
     * Shows nothing yet.
     *
     * @param points the width of the figure where there is room for it; what is wider enlarges it
     */
    public FigureCanvas(double points) {
        this.points = points;
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, type);
        type.watch(() -> {
            paint();
            requestLayout();
        });
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Glimpse.of(this, this::glimpse);
        Exportable.by(this, () -> Optional.ofNullable(figure).map(f -> new ExportMenu.Content("picture", f)));
    }

    /** Shows a figure, and says in words what it is. */
    public void show(Figure newFigure, boolean onDark) {
        figure = newFigure;
        dark = onDark;
        setAccessibleText(figure.title() + ". " + figure.description());
        paint();
    }

    /** The most pixels that it may be high: a figure that would be higher is drawn less wide. Infinite for as wide as there is room. */
    public void setMost(double height) {
        if (height != most) {
            most = height;
            paint();
            requestLayout();
        }
    }

    /** Pixels that a point of the figure takes. */
    public double scale() {
        return scale(drawnWidth(getWidth()));
    }

    private double scale(double width) {
        return Math.max(leastScale(), width / points);
    }

    /** Of so many pixels those that the figure takes. */
    private double drawnWidth(double width) {
        if (figure == null || natural(width) <= most) {
            return width;
        }
        double low = 1;
        double high = width;
        while (high - low > 0.5) {
            double middle = (low + high) / 2;
            if (natural(middle) <= most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.floor(low);
    }

    private double natural(double width) {
        double scale = scale(width);
        return Math.ceil(scale * figure.height(width / scale, Figure.Canvas.VECTOR));
    }

    /** What a lens shows: a value of the figure, and what is drawn around it. */
    private Optional<Glimpse> glimpse(double x, double y) {
        return Optional.ofNullable(figure)
                .filter(ValueFigure.class::isInstance)
                .flatMap(f -> ((ValueFigure) f).at(x / scale(), y / scale(), figureWidth(), Figure.Canvas.VECTOR))
                .map(spot -> new Glimpse(
                        pixels(),
                        x,
                        y,
                        new Rectangle2D(
                                scale() * spot.left(),
                                scale() * spot.top(),
                                scale() * spot.width(),
                                scale() * spot.height()),
                        Numbers.signed(spot.value()),
                        "row " + (spot.row() + 1) + ", column " + (spot.column() + 1)));
    }

    /** Taken once for each picture, and only where the lens looks. */
    private Image pixels() {
        if (pixels == null) {
            SnapshotParameters ground = new SnapshotParameters();
            // The card's own, which is dark in the dark.
            ground.setFill(Color.TRANSPARENT);
            pixels = canvas.snapshot(ground, null);
        }
        return pixels;
    }

    private double leastScale() {
        return LEAST_SCALE * type.factor();
    }

    /** The width of the figure in points. */
    public double figureWidth() {
        return drawnWidth(getWidth()) / scale();
    }

    private void paint() {
        pixels = null;
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (figure == null || getWidth() <= 0) {
            return;
        }
        gc.save();
        // FXGraphics2D sets no font that it believes to be set, though the canvas forgets it between two pictures.
        gc.setFont(Font.font("Inter", FONT_SIZE));
        FXGraphics2D g = new FXGraphics2D(gc);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setFont(new java.awt.Font("Inter", java.awt.Font.PLAIN, (int) FONT_SIZE));
        g.scale(scale(), scale());
        figure.draw(g, figureWidth(), dark ? Theme.DARK : Theme.LIGHT, Figure.Canvas.VECTOR);
        gc.restore();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_SCALE * points;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_SCALE * points / 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (figure == null) {
            return LEAST_SCALE * points;
        }
        return natural(drawnWidth(width < 0 ? prefWidth(-1) : width));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
