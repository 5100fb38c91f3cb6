package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A row in which everything that is shown is shown whole: what there is no room for is left out, one after the other, and what could be
 * done with it is in a menu at its end. What never gives way has to fit into the narrowest window.
 */
public class FittingRow extends HBox {
    /**
     * What may give way.
     *
     * @param node in the row
     * @param wanted whether it is to be seen where there is room
     * @param instead what does the same in the menu; empty where nothing is lost with it
     */
    public record Part(Node node, BooleanSupplier wanted, Optional<MenuItem> instead) {}

    private final MenuButton more = new MenuButton("⋯");
    private List<Part> parts = List.of();

    /** A row without anything in it. */
    public FittingRow() {
        // Otherwise the row would be as wide as everything in it, and wider than the window.
        setMinWidth(0);
        more.setId("more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText("What else can be done");
        more.setTooltip(new Tooltip("What there is no room for"));
    }

    /** The menu of what has given way; for its place in the row. */
    public final MenuButton more() {
        return more;
    }

    /** Lets these give way, in this order. Once. */
    public final void giveWay(List<Part> inOrder) {
        parts = List.copyOf(inOrder);
        parts.stream().flatMap(part -> part.instead().stream()).forEach(more.getItems()::add);
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    private void fit() {
        Set<Node> shown = new LinkedHashSet<>(getChildren());
        shown.remove(more);
        parts.stream().filter(part -> !part.wanted().getAsBoolean()).forEach(part -> shown.remove(part.node()));
        List<MenuItem> items = new ArrayList<>();
        for (Part part : parts) {
            if (leastWidth(shown) <= getWidth()) {
                break;
            }
            if (shown.remove(part.node()) && part.instead().isPresent()) {
                items.add(part.instead().get());
                shown.add(more);
            }
        }
        parts.forEach(part -> part.instead().ifPresent(item -> item.setVisible(items.contains(item))));
        parts.forEach(part -> Presence.show(part.node(), shown.contains(part.node())));
        Presence.show(more, shown.contains(more));
    }

    private double leastWidth(Set<Node> shown) {
        double width = snappedLeftInset() + snappedRightInset() + getSpacing() * (shown.size() - 1);
        for (Node node : shown) {
            Insets margin = Optional.ofNullable(getMargin(node)).orElse(Insets.EMPTY);
            width += margin.getLeft() + margin.getRight() + snapSizeX(node.minWidth(-1));
        }
        return width;
    }
}
