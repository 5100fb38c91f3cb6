package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

import org.whorl.figure.Computation.Phase;

/**
 * A moment of one computation: at the left the image, in the middle the filter and what is laid onto it, at the right the map, and below
 * them a line with the numbers.
 *
 * @param moment phases that are over, and a share of the one that is under way: 0 to 6
 */
public record ComputationFigure(Computation computation, String description, double moment) implements Figure {
    /** The moment at which all is done. */
    public static final double END = Phase.values().length;

    private static final double HEAD = 12;
    private static final double GAP = 18;
    private static final double LIFTED = 1.3;
    private static final double LINE_HEIGHT = 52;
    private static final float OUTLINE = 0.9f;

    @Override
    public String title() {
        return "One value of a map";
    }

    private double large(double width) {
        return (width - 2 * GAP) / 2.85;
    }

    @Override
    public double height(double width, Canvas canvas) {
        return HEAD + large(width) + LINE_HEIGHT;
    }

    /** How far a phase has come, 0 to 1, slowly at both ends. */
    private double share(Phase phase) {
        double share = Math.max(0, Math.min(1, moment - phase.ordinal()));
        return phase == Phase.MULTIPLY ? share : share * share * (3 - 2 * share);
    }

    /** Products that have been added up. */
    private int added() {
        return (int) Math.floor(share(Phase.MULTIPLY) * computation.places() + 1e-9);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        double side = large(width);
        double small = width - 2 * GAP - 2 * side;
        Rectangle2D image = new Rectangle2D.Double(0, HEAD, side, side);
        Rectangle2D filter = new Rectangle2D.Double(side + GAP, HEAD + (side - small) / 2, small, small);
        Rectangle2D map = new Rectangle2D.Double(width - side, HEAD, side, side);
        boolean dark = theme == Theme.DARK;
        Coloring signed = new Coloring(Palette.BLUE_ORANGE, dark, true);
        g.setFont(PlotText.font(g));
        head(g, theme, "residual", image);
        head(g, theme, added() > 0 ? "products" : "filter", filter);
        head(g, theme, "its map", map);
        picture(g, computation.image(), signed, image);
        drawMap(g, theme, map, dark);
        drawFilter(g, theme, filter, signed);
        drawPatch(g, theme, image, filter, signed);
        Axis axis = new Axis(6, width - 6, HEAD + side + 26);
        drawNumbers(g, theme, axis);
        drawDrop(g, axis, map, dark);
    }

    private static void head(Graphics2D g, Theme theme, String words, Rectangle2D under) {
        g.setColor(theme.muted());
        PlotText.centred(g, words, under.getCenterX(), HEAD / 2 - 1, null);
    }

    private static void picture(Graphics2D g, Tiles tiles, Coloring coloring, Rectangle2D place) {
        double limit = Scaling.BANK.limits(tiles)[0];
        double side = Math.min(place.getWidth() / tiles.width(), place.getHeight() / tiles.height());
        TileImage.drawSquares(g, tiles, 0, limit, coloring, place.getX(), place.getY(), side);
    }

    /** A place of a picture, as a rectangle. */
    private static Rectangle2D cell(Rectangle2D place, Tiles tiles, double column, double row, int columns, int rows) {
        double side = Math.min(place.getWidth() / tiles.width(), place.getHeight() / tiles.height());
        return new Rectangle2D.Double(
                place.getX() + column * side, place.getY() + row * side, columns * side, rows * side);
    }

    private void drawMap(Graphics2D g, Theme theme, Rectangle2D place, boolean dark) {
        Computation c = computation;
        picture(g, c.map(), mapColoring(dark), place);
        Rectangle2D pixel = cell(place, c.map(), c.column(), c.row(), 1, 1);
        if (share(Phase.DROP) < 1) {
            g.setColor(theme.ground());
            g.fill(pixel);
        }
        outline(g, theme, pixel);
    }

    private Coloring mapColoring(boolean dark) {
        boolean signed = LayerMaps.signed(computation.map());
        return new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, signed);
    }

    private void drawFilter(Graphics2D g, Theme theme, Rectangle2D place, Coloring signed) {
        picture(g, computation.filter(), signed, place);
        int done = added();
        if (done == 0) {
            return;
        }
        Computation c = computation;
        double peak = 1e-12;
        for (int i = 0; i < c.places(); i++) {
            peak = Math.max(peak, Math.abs(c.product(i)));
        }
        for (int i = 0; i < done; i++) {
            g.setColor(new Color(signed.argb(c.product(i), peak)));
            g.fill(cell(
                    place, c.filter(), i % c.filter().width(), i / c.filter().width(), 1, 1));
        }
        if (done < c.places()) {
            outline(
                    g,
                    theme,
                    cell(
                            place,
                            c.filter(),
                            done % c.filter().width(),
                            done / c.filter().width(),
                            1,
                            1));
        }
        g.setColor(theme.text());
        PlotText.centred(g, "Σ = " + Numbers.format(c.sum(done)), place.getCenterX(), place.getMaxY() + 8, null);
    }

    /** The patch: in the image, lifted, under way, on the filter; there it is seen between the filter’s values. */
    private void drawPatch(Graphics2D g, Theme theme, Rectangle2D image, Rectangle2D filter, Coloring signed) {
        Computation c = computation;
        Rectangle2D from = cell(
                image,
                c.image(),
                c.left(),
                c.top(),
                c.patch().width(),
                c.patch().height());
        outline(g, theme, from);
        if (moment <= 0 || share(Phase.MULTIPLY) > 0) {
            return;
        }
        double lift = 1 + (LIFTED - 1) * share(Phase.LIFT);
        Rectangle2D lifted = new Rectangle2D.Double(
                from.getCenterX() - from.getWidth() * lift / 2,
                from.getCenterY() - from.getHeight() * lift / 2,
                from.getWidth() * lift,
                from.getHeight() * lift);
        double way = share(Phase.LAY);
        Rectangle2D now = between(lifted, filter, way);
        picture(g, c.patch(), signed, now);
        if (way == 1) {
            weave(g, filter, signed);
        }
        outline(g, theme, now);
    }

    /** Every second value is the filter's. */
    private void weave(Graphics2D g, Rectangle2D place, Coloring signed) {
        Tiles filter = computation.filter();
        double limit = Scaling.BANK.limits(filter)[0];
        for (int row = 0; row < filter.height(); row++) {
            for (int column = row % 2; column < filter.width(); column += 2) {
                g.setColor(new Color(signed.argb(filter.mean(0, row, column), limit)));
                g.fill(cell(place, filter, column, row, 1, 1));
            }
        }
    }

    private static Rectangle2D between(Rectangle2D a, Rectangle2D b, double share) {
        return new Rectangle2D.Double(
                a.getX() + share * (b.getX() - a.getX()),
                a.getY() + share * (b.getY() - a.getY()),
                a.getWidth() + share * (b.getWidth() - a.getWidth()),
                a.getHeight() + share * (b.getHeight() - a.getHeight()));
    }

    private static void outline(Graphics2D g, Theme theme, Rectangle2D place) {
        // On every colour of every palette, either the line or its hem is seen.
        g.setStroke(new BasicStroke(2 * OUTLINE));
        g.setColor(theme.ground());
        g.draw(place);
        g.setStroke(new BasicStroke(OUTLINE));
        g.setColor(theme.text());
        g.draw(place);
    }

    /** The line of numbers. */
    private final class Axis {
        private final double left;
        private final double right;
        private final double y;
        private final double least;
        private final double scale;

        Axis(double left, double right, double y) {
            this.left = left;
            this.right = right;
            this.y = y;
            Computation c = computation;
            double most = Math.max(0, Math.max(c.threshold(), Math.max(c.start(), c.beforeThreshold())));
            double low = Math.min(0, Math.min(c.start(), c.beforeThreshold()));
            low = Math.min(low, c.twoSided() ? -c.threshold() : 0);
            double room = Math.max(1e-12, most - low);
            least = low - 0.08 * room;
            scale = (right - left) / (1.16 * room);
        }

        double at(double value) {
            return left + (value - least) * scale;
        }
    }

    private void drawNumbers(Graphics2D g, Theme theme, Axis axis) {
        Computation c = computation;
        double from = c.twoSided() ? axis.at(-c.threshold()) : axis.left;
        g.setColor(theme.line());
        g.fill(new Rectangle2D.Double(from, axis.y - 5, axis.at(c.threshold()) - from, 10));
        g.setStroke(new BasicStroke(0.8f));
        g.setColor(theme.muted());
        g.draw(new Line2D.Double(axis.left, axis.y, axis.right, axis.y));
        tick(g, theme, axis, 0, "0");
        tick(g, theme, axis, c.threshold(), "αλ");
        double added = share(Phase.ADD);
        if (moment > Phase.ADD.ordinal()) {
            double end = c.start() + added * c.gain();
            double cut = share(Phase.CUT);
            double now = end + cut * (c.result() - end);
            g.setColor(SeriesStyle.FIRST.color(theme));
            g.setStroke(new BasicStroke(2.4f));
            g.draw(new Line2D.Double(axis.at(cut > 0 ? 0 : c.start()), axis.y, axis.at(now), axis.y));
            g.fill(new Ellipse2D.Double(axis.at(now) - 3, axis.y - 3, 6, 6));
            g.setColor(theme.text());
            String name = cut == 1 ? "u = " : "v + α·Σ = ";
            String value = name + Numbers.format(cut == 1 ? c.result() : c.beforeThreshold());
            double half = PlotText.width(g.getFont(), value) / 2;
            double x = Math.max(axis.left + half, Math.min(axis.right - half, axis.at(now)));
            PlotText.centred(g, value, x, axis.y - 12, null);
        }
    }

    private static void tick(Graphics2D g, Theme theme, Axis axis, double value, String name) {
        g.setColor(theme.muted());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Line2D.Double(axis.at(value), axis.y - 5, axis.at(value), axis.y + 5));
        PlotText.centred(g, name, axis.at(value), axis.y + 13, null);
    }

    /** What is left, on its way from the line into its map. */
    private void drawDrop(Graphics2D g, Axis axis, Rectangle2D map, boolean dark) {
        double way = share(Phase.DROP);
        if (way <= 0 || way >= 1) {
            return;
        }
        Computation c = computation;
        Rectangle2D pixel = cell(map, c.map(), c.column(), c.row(), 1, 1);
        Rectangle2D start = new Rectangle2D.Double(axis.at(c.result()) - 4, axis.y - 4, 8, 8);
        g.setColor(new Color(mapColoring(dark).argb(c.result(), Scaling.BANK.limits(c.map())[0])));
        g.fill(between(start, pixel, way));
    }
}
