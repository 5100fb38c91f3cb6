package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.whorl.ui.control.EnlargeEvent;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileCloseUp;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.ViewFill;
import org.whorl.ui.export.Exportable;

/**
 * A view, of which one picture or one card can fill all the room: by a double click, by F on what has the focus, by a card’s button. Escape
 * goes back. A card that fills the view is the card itself, and works as ever.
 */
final class CloseUp extends StackPane {
    /** Pixels that a picture is high at least, whatever stands beside it. */
    private static final double LEAST_PICTURE = 120;

    private final Parent view;
    private final BorderPane stage = new BorderPane();
    private final StackPane holder = new StackPane();
    private final ScrollPane scroll = new ScrollPane(holder);
    private Optional<Region> filling = Optional.empty();
    private Optional<Seat> seat = Optional.empty();
    private Node focusedBefore;

    /** A view as it is. */
    CloseUp(Parent view) {
        this.view = view;
        getStyleClass().add("close-up");
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        Button back = new Button("← Back");
        back.setId("close-up-back");
        back.getStyleClass().add("link-button");
        back.setOnAction(e -> close());
        Label how = new Label("Escape or a double click goes back");
        how.getStyleClass().add("muted");
        HBox bar = new HBox(8, back, how);
        bar.getStyleClass().add("close-up-bar");
        stage.setTop(bar);
        stage.setCenter(scroll);
        stage.getStyleClass().add("close-up-stage");
        stage.setVisible(false);
        holder.setPadding(new Insets(0, 16, 16, 16));
        scroll.viewportBoundsProperty().addListener(o -> fitPicture());
        holder.getChildren().addListener((ListChangeListener<Node>) c -> lost());
        Exportable.origin(
                holder,
                () -> seat.map(Seat::place).map(Exportable::originOf).orElseGet(() -> Exportable.originOf(view)));
        getChildren().addAll(view, stage);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(EnlargeEvent.ASKED, e -> {
            cardAround((Node) e.getTarget()).ifPresent(this::toggle);
            e.consume();
        });
    }

    /** What fills the view; empty where it is as ever. */
    Optional<Region> filling() {
        return filling;
    }

    /** What is looked at: what fills the view, or the view. */
    Parent looked() {
        return filling.<Parent>map(card -> card).orElse(view);
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || e.getClickCount() % 2 != 0 || !e.isStillSincePress()) {
            return;
        }
        Node target = e.getPickResult().getIntersectedNode();
        Optional<TileGrid> grid = grid(target);
        Optional<Place> place = grid.flatMap(g -> {
            var at = g.sceneToLocal(e.getSceneX(), e.getSceneY());
            return g.placeAt(at.getX(), at.getY());
        });
        if (filling.isPresent() && filling.get() instanceof TileCloseUp) {
            close();
        } else if (place.isPresent()) {
            fill(grid.get(), place.get());
        } else if (!isOnControl(target)) {
            cardAround(target).ifPresent(this::toggle);
        }
        e.consume();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() != KeyCode.F
                || e.isShortcutDown()
                || e.isControlDown()
                || e.isAltDown()
                || e.isMetaDown()
                || e.getTarget() instanceof TextInputControl) {
            return;
        }
        Node focused = getScene().getFocusOwner();
        if (filling.isPresent() && filling.get() instanceof TileCloseUp) {
            close();
        } else if (!e.isShiftDown()
                && focused instanceof TileGrid grid
                && grid.cursor().isPresent()) {
            fill(grid, grid.cursor().get());
        } else {
            cardAround(focused).ifPresent(this::toggle);
        }
        e.consume();
    }

    private void toggle(Region card) {
        boolean back = filling.filter(card::equals).isPresent();
        close();
        if (!back) {
            fill(card);
        }
    }

    /** A picture fills the view, over what may have filled it before; alone in its grid, its card does. */
    private void fill(TileGrid grid, Place place) {
        TileCloseUp picture = new TileCloseUp(grid, place.tile());
        close();
        show(picture);
        picture.picture().requestFocus();
    }

    private void fill(Region card) {
        Optional<Seat> found = Seat.of(card);
        if (found.isEmpty()) {
            return;
        }
        Node focused = getScene().getFocusOwner();
        found.get().leave();
        seat = found;
        show(card);
        if (focused != null && focused.getScene() != null) {
            focusedBefore = focused;
            focused.requestFocus();
        }
    }

    private void show(Region what) {
        focusedBefore = getScene().getFocusOwner();
        stage.getStylesheets().setAll(stylesheets());
        filling = Optional.of(what);
        ViewFill.mark(what, true);
        holder.getChildren().setAll(what);
        stage.setVisible(true);
        fitPicture();
        // Out of the keyboard's reach, but not out of sight: what is not seen is not painted.
        view.setDisable(true);
    }

    /** A card with one picture shows all of it, and what stands under it: as large as that leaves room for. */
    private void fitPicture() {
        List<FigureCanvas> found = filling.map(CloseUp::figures).orElse(List.of());
        double height =
                scroll.getViewportBounds().getHeight() - holder.getInsets().getBottom();
        if (found.size() != 1 || height <= 0) {
            return;
        }
        Region card = filling.get();
        FigureCanvas picture = found.get(0);
        picture.setMost(Double.POSITIVE_INFINITY);
        card.applyCss();
        double width = scroll.getViewportBounds().getWidth()
                - holder.getInsets().getLeft()
                - holder.getInsets().getRight();
        double inside = width - card.getInsets().getLeft() - card.getInsets().getRight();
        double others = card.prefHeight(width) - picture.prefHeight(inside);
        picture.setMost(Math.max(LEAST_PICTURE, height - others));
    }

    private static List<FigureCanvas> figures(Node node) {
        if (node instanceof FigureCanvas canvas) {
            return List.of(canvas);
        }
        List<FigureCanvas> all = new ArrayList<>();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(figures(child)));
        }
        return all;
    }

    /** Pictures are as wide again as there is room. */
    private static void free(Region card) {
        figures(card).forEach(picture -> picture.setMost(Double.POSITIVE_INFINITY));
    }

    private List<String> stylesheets() {
        List<String> all = new ArrayList<>();
        seat.map(Seat::place).ifPresent(place -> {
            for (Parent at = place.getParent(); at != null && at != this; at = at.getParent()) {
                all.addAll(0, at.getStylesheets());
            }
        });
        view.getStylesheets().stream().filter(sheet -> !all.contains(sheet)).forEach(all::add);
        return all;
    }

    /** Shows the view as ever; false where it was so. */
    boolean close() {
        if (filling.isEmpty()) {
            return false;
        }
        Region was = filling.get();
        ViewFill.mark(was, false);
        free(was);
        filling = Optional.empty();
        holder.getChildren().clear();
        stage.setVisible(false);
        if (was instanceof TileCloseUp picture) {
            picture.end();
        }
        seat.ifPresent(Seat::retake);
        seat = Optional.empty();
        view.setDisable(false);
        if (focusedBefore != null && focusedBefore.getScene() == getScene()) {
            focusedBefore.requestFocus();
        }
        return true;
    }

    /** A view that arranges its cards anew takes them from here. */
    private void lost() {
        if (filling.isPresent() && !holder.getChildren().contains(filling.get())) {
            ViewFill.mark(filling.get(), false);
            free(filling.get());
            filling = Optional.empty();
            seat.ifPresent(Seat::giveUp);
            seat = Optional.empty();
            view.setDisable(false);
            stage.setVisible(false);
        }
    }

    private static Optional<TileGrid> grid(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TileGrid grid) {
                return Optional.of(grid);
            }
        }
        return Optional.empty();
    }

    private Optional<Region> cardAround(Node node) {
        for (Node at = node; at != null && at != this; at = at.getParent()) {
            if (at instanceof Region card && at.getStyleClass().contains("card") && pictures(card)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    private static boolean pictures(Node node) {
        return Exportable.isPicture(node)
                || node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(CloseUp::pictures);
    }

    /** What is clicked twice for its own sake: a button, a slider, a text. */
    private boolean isOnControl(Node node) {
        for (Node at = node; at != null && at != this; at = at.getParent()) {
            if (at instanceof Control && !(at instanceof Label) && !(at instanceof ScrollPane)) {
                return true;
            }
        }
        return false;
    }
}
