package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.group.Support;

/**
 * The copies of one filter, each at its angle, counter-clockwise from the top; mirror images stand on a ring inside.
 *
 * @param filter [channels, size, size]
 * @param channels 3 for a filter of colours, else 1
 * @param size of the filter in pixels
 * @param limit the value at the end of the colour scale, &gt; 0
 * @param group whose elements turn it
 * @param interpolation between pixels
 * @param support where the filter has values; nothing is drawn outside
 */
public record RosetteFigure(
        float[] filter,
        int channels,
        int size,
        double limit,
        FiniteGroup group,
        Interpolation interpolation,
        Support support)
        implements Figure {
    private static final int MOST = 24;
    private static final double LARGEST = 360;
    private static final int ENLARGED = 8;
    /** Mirror images beside the rotations, in their sides: their ring is shorter. */
    private static final double INNER = 0.66;

    @Override
    public String title() {
        return "One filter and its orbit, " + group.describe();
    }

    @Override
    public String description() {
        return shown() + " of " + group.order() + " copies of one filter, counter-clockwise from the top, "
                + (group.exactOnGrid() ? "exact on the pixel grid." : "interpolated.");
    }

    private int stride() {
        int stride = 1;
        while (group.rotations() % stride != 0 || group.rotations() / stride > MOST) {
            stride++;
        }
        return stride;
    }

    private int shown() {
        return group.order() / stride();
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.min(LARGEST, width);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        double extent = Math.min(LARGEST, width);
        int copies = group.rotations() / stride();
        // Copies as large as fit beside one another on their ring.
        double side = Math.min(extent * 0.19, Math.PI * extent / copies / 2.1);
        double radius = extent / 2 - side * 0.72;
        double centre = extent / 2;
        boolean mirrors = group.order() > group.rotations();
        g.setColor(theme.line());
        g.setStroke(new BasicStroke(0.75f));
        double ring = radius - side * (group.order() > group.rotations() ? 1.7 : 0.85);
        if (ring > 0) {
            g.draw(new Ellipse2D.Double(width / 2 - ring, centre - ring, 2 * ring, 2 * ring));
        }
        for (int i = 0; i < copies; i++) {
            int element = i * stride();
            place(g, element, radius, side, width, theme, canvas);
            if (mirrors) {
                place(g, group.rotations() + element, radius - side * 1.05, side * INNER, width, theme, canvas);
            }
        }
        g.setColor(theme.text());
        g.setFont(Typeface.strong(18));
        String angle = CyclicGroup.format(group.generatorAngle()) + "°";
        g.drawString(angle, (float) (width / 2 - PlotText.width(g.getFont(), angle) / 2), (float) centre);
        g.setFont(Typeface.plain(PlotText.SIZE));
        g.setColor(theme.muted());
        PlotText.centred(g, group.symbol(), width / 2, centre + 12, null);
    }

    private void place(
            Graphics2D g, int element, double radius, double side, double width, Theme theme, Canvas canvas) {
        double at = Math.toRadians(group.angle(element));
        double x = canvas.snap(width / 2 - radius * Math.sin(at) - side / 2);
        double y = canvas.snap(Math.min(LARGEST, width) / 2 - radius * Math.cos(at) - side / 2);
        TileImage.draw(g, copy(element, theme), x, y, side, side);
    }

    private BufferedImage copy(int element, Theme theme) {
        int area = size * size;
        float[] turned = new float[channels * area];
        Rotation rotation = group.transform(element, size, interpolation);
        for (int c = 0; c < channels; c++) {
            rotation.apply(filter, c * area, turned, c * area);
        }
        Coloring coloring = new Coloring(Palette.BLUE_ORANGE, theme == Theme.DARK, true);
        return TileImage.of(new Tiles(turned, 1, channels, size, size, support), 0, limit, coloring, ENLARGED);
    }
}
