package org.whorl.ui.window;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The edge of a side: dragged, it changes the width; a double click gives the usual one; where the side is folded, a click brings it back. */
final class SideDivider extends StackPane {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    /** While its side is there, in pixels. */
    static final double WIDTH = 8;

    private static final double STEP = 16;
    private static final double LEAST_DRAG = 3;

    private final SidePanel panel;
    private final String name;
    private final String keys;
    private final Tooltip words = new Tooltip();
    private double pressedAt;
    private double widthThen;
    private boolean dragged;
    private boolean open = true;

    /**
     * An edge.
     *
     * @param name of the side, for people
     * @param keys that fold it
     */
    SideDivider(SidePanel panel, String name, String keys) {
        this.panel = panel;
        this.name = name;
        this.keys = keys;
        getStyleClass().add("side-divider");
        Region grip = new Region();
        grip.getStyleClass().add("side-grip");
        grip.setMouseTransparent(true);
        grip.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(grip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, words);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnKeyPressed(this::key);
    }

    /** Says whether its side is there. */
    void show(boolean nowOpen) {
        open = nowOpen;
        pseudoClassStateChanged(FOLDED, !open);
        setCursor(open ? Cursor.H_RESIZE : Cursor.HAND);
        words.setText(
                open
                        ? "Drag: the width of the " + name + " · double click: the usual width · " + keys + ": fold"
                        : "Show the " + name + " (" + keys + ")");
        setAccessibleText(
                open
                        ? "Edge of the " + name + ": left and right change its width, Home gives the usual one,"
                                + " Enter folds it"
                        : "Show the " + name);
    }

    private void pressed(MouseEvent e) {
        pressedAt = e.getSceneX();
        widthThen = open ? panel.panelWidth() : 0;
        dragged = false;
        e.consume();
    }

    private void dragged(MouseEvent e) {
        double by = e.getSceneX() - pressedAt;
        dragged |= Math.abs(by) >= LEAST_DRAG;
        if (dragged && e.getButton() == MouseButton.PRIMARY) {
            panel.dragTo(widthThen + (panel.side() == SidePanel.Side.LEFT ? by : -by));
        }
        e.consume();
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || dragged) {
            return;
        }
        if (!open) {
            panel.toggle();
        } else if (e.getClickCount() == 2) {
            panel.reset();
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        boolean left = panel.side() == SidePanel.Side.LEFT;
        switch (e.getCode()) {
            case LEFT -> panel.dragTo(panel.panelWidth() + (left ? -STEP : STEP));
            case RIGHT -> panel.dragTo(panel.panelWidth() + (left ? STEP : -STEP));
            case HOME -> panel.reset();
            case ENTER, SPACE -> panel.toggle();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
