package org.whorl.ui.control.lens;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * A lens over all pictures of a window: what is under the pointer six times as large, beside it, with its value. It is on from one press of
 * Z to the next, or, where the pointer moves while Z is down, as long as that. It lets every click through, and shows the picture's own
 * pixels, so that it costs no more than one more picture and moves along with what is drawn.
 */
public final class Lens extends Pane {
    /** How much larger. */
    public static final double POWER = 6;

    private static final double SIDE = 168;
    private static final double CAPTION = 40;

    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ImageView picture = new ImageView();
    private final Rectangle cell = frame("lens-cell");
    private final Rectangle halo = frame("lens-halo");
    private final Label value = new Label();
    private final Label place = new Label();
    private final Pane glass = new Pane(picture, halo, cell);
    private Optional<Node> pictured = Optional.empty();
    private Supplier<Bounds> within = () -> getScene().getRoot().getLayoutBounds();
    private Point2D pointer;
    private boolean byKeys;
    private boolean down;
    private boolean movedWhileDown;

    public Lens() {
        getStyleClass().add("lens");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        resize(SIDE, SIDE + CAPTION);
        picture.setSmooth(false);
        glass.getStyleClass().add("lens-glass");
        glass.resizeRelocate(1, 1, SIDE - 2, SIDE - 2);
        glass.setManaged(false);
        Rectangle edge = new Rectangle(SIDE - 2, SIDE - 2);
        edge.setArcWidth(18);
        edge.setArcHeight(18);
        glass.setClip(edge);
        value.getStyleClass().add("strong");
        place.getStyleClass().addAll("muted", "lens-place");
        StackPane words = new StackPane(new VBox(value, place));
        words.getStyleClass().add("lens-words");
        words.setManaged(false);
        words.resizeRelocate(0, SIDE, SIDE, CAPTION);
        getChildren().addAll(glass, words);
        active.addListener((o, was, is) -> look());
    }

    private static Rectangle frame(String style) {
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add(style);
        return frame;
    }

    /**
     * Watches pointer and keys of a scene whose root, directly or not, has this lens.
     *
     * @param covered whether something lies over the window that Escape closes first
     * @param room of the scene in which it stays
     */
    public void watch(Scene scene, BooleanSupplier covered, Supplier<Bounds> room) {
        within = room;
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::pointed);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, e -> {
            pointer = null;
            look();
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.Z && isPlain(e, scene)) {
                press();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && active.get() && !e.isConsumed() && !covered.getAsBoolean()) {
                active.set(false);
                e.consume();
            } else if (e.getCode().isArrowKey()) {
                byKeys = true;
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.Z) {
                release();
            }
        });
        // What is drawn moves on under a pointer that rests: another value is there then.
        scene.addPostLayoutPulseListener(this::look);
    }

    private static boolean isPlain(KeyEvent e, Scene scene) {
        return !e.isShortcutDown()
                && !e.isControlDown()
                && !e.isAltDown()
                && !e.isMetaDown()
                && !(scene.getFocusOwner() instanceof TextInputControl);
    }

    private void press() {
        if (!down) {
            down = true;
            movedWhileDown = false;
            active.set(!active.get());
        }
    }

    private void release() {
        if (down && movedWhileDown && active.get()) {
            active.set(false);
        }
        down = false;
    }

    private void pointed(MouseEvent e) {
        byKeys = false;
        pointer = new Point2D(e.getSceneX(), e.getSceneY());
        pictured = pictureAt(e.getPickResult().getIntersectedNode());
        movedWhileDown |= down;
        look();
    }

    private static Optional<Node> pictureAt(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (Glimpse.source(at).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether it is on; it shows something only where there is a picture. */
    public BooleanProperty activeProperty() {
        return active;
    }

    private void look() {
        if (!active.get() && !isVisible()) {
            return;
        }
        if (byKeys) {
            followCursor();
        }
        Optional<Glimpse> seen = active.get() && pointer != null ? pictured.flatMap(this::seen) : Optional.empty();
        setVisible(seen.isPresent());
        seen.ifPresent(this::show);
    }

    /** Goes where the arrow keys have gone. */
    private void followCursor() {
        pictured = Optional.ofNullable(getScene().getFocusOwner());
        pointer = pictured.flatMap(node ->
                        Glimpse.source(node).flatMap(Glimpse.Source::cursor).map(node::localToScene))
                .orElse(null);
    }

    private Optional<Glimpse> seen(Node node) {
        if (!isShown(node)) {
            return Optional.empty();
        }
        Point2D at = node.sceneToLocal(pointer);
        return Glimpse.source(node).flatMap(source -> source.at(at.getX(), at.getY()));
    }

    private boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() == getScene();
    }

    private void show(Glimpse seen) {
        double half = SIDE / 2 / POWER;
        double left = Math.max(0, seen.x() - half);
        double top = Math.max(0, seen.y() - half);
        double right = Math.min(seen.image().getWidth(), seen.x() + half);
        double bottom = Math.min(seen.image().getHeight(), seen.y() + half);
        picture.setImage(seen.image());
        picture.setViewport(new Rectangle2D(left, top, right - left, bottom - top));
        picture.setFitWidth(POWER * (right - left));
        picture.setFitHeight(POWER * (bottom - top));
        picture.relocate(onGlass(left, seen.x()), onGlass(top, seen.y()));
        for (Rectangle frame : new Rectangle[] {halo, cell}) {
            frame.setX(onGlass(seen.cell().getMinX(), seen.x()));
            frame.setY(onGlass(seen.cell().getMinY(), seen.y()));
            frame.setWidth(POWER * seen.cell().getWidth());
            frame.setHeight(POWER * seen.cell().getHeight());
        }
        if (!seen.value().equals(value.getText()) || !seen.place().equals(place.getText())) {
            value.setText(seen.value());
            place.setText(seen.place());
        }
        Bounds room = getParent().sceneToLocal(within.get());
        Point2D own = getParent().sceneToLocal(pointer);
        Bounds whole = pictured.map(node -> getParent().sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .orElseThrow();
        Point2D place = LensPlace.of(own, whole, room, SIDE, SIDE + CAPTION);
        relocate(place.getX(), place.getY());
    }

    private static double onGlass(double at, double middle) {
        return POWER * (at - middle) + SIDE / 2 - 1;
    }
}
