package org.whorl.ui.view.symmetry;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.control.Presence;
import org.whorl.ui.control.TypeSize;

/** How large the polar plots of a view are: a share of its height, or, where they are looked at from afar, what can be seen whole. */
final class PlotsFit {
    private static final double LEAST = 280;
    private static final double SHARE = 0.42;
    /** Numbers around the rim are a part of it; below that a class cannot read the plot, and the view is scrolled instead. */
    private static final double LEAST_AFAR = 200;
    /** Of the card and of the view below a plot. */
    private static final double BELOW = 32;
    /** Lower than this, as beneath a lesson, what is said elsewhere gives way to the plots. */
    private static final double LOW = 480;

    private final ScrollPane view;
    private final Node content;
    private final List<PolarPlot> plots;
    private final List<Node> dispensable;
    private final TypeSize type = new TypeSize();

    /**
     * Plots beside one another.
     *
     * @param content of the view, with the plots in it
     * @param dispensable what gives way to them
     */
    PlotsFit(ScrollPane view, Node content, List<PolarPlot> plots, List<? extends Node> dispensable) {
        this.view = view;
        this.content = content;
        this.plots = plots;
        this.dispensable = List.copyOf(dispensable);
    }

    /** How large the type is; to be among what the view shows. */
    TypeSize type() {
        return type;
    }

    /** Makes them as large as they are to be now. */
    void apply() {
        double room = view.getViewportBounds().getHeight();
        Presence.show(dispensable, !type.isLarge() || room >= LOW);
        double size = Math.max(LEAST, SHARE * room);
        if (type.isLarge()) {
            view.applyCss();
            view.layout();
            double top = plots.stream()
                    .filter(plot -> plot.getParent().getParent().isManaged())
                    .mapToDouble(this::top)
                    .max()
                    .orElse(0);
            size = Math.max(LEAST_AFAR, room - top - BELOW);
        }
        for (PolarPlot plot : plots) {
            plot.setPlotSize(size);
        }
    }

    private double top(PolarPlot plot) {
        return content.sceneToLocal(plot.localToScene(0, plot.plotTop())).getY();
    }
}
