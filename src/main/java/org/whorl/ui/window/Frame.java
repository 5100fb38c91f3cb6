package org.whorl.ui.window;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.model.LabState;
import org.whorl.ui.view.inspector.InspectorPane;
import org.whorl.ui.window.state.SideState;

/** The window's parts around the views. What there is no room for, or what a room full of people does not need, is not there. */
final class Frame extends BorderPane {
    private static final double INSPECTOR_WIDTH = 266;
    private static final double LEAST_INSPECTOR = 216;
    private static final double ROOM_FOR_INSPECTOR = 1080;

    private final LeftSide left;
    private final SidePanel settings;
    private final SidePanel inspector;
    private final StatusLine status;
    private final ReadOnlyBooleanProperty presenting;
    /** Whether the inspector was asked for where there would be none. */
    private boolean asked;

    private final CheckMenuItem showInspector = new CheckMenuItem("Inspector");

    /**
     * A frame.
     *
     * @param presenting whether the window is shown to a room full of people
     */
    Frame(LabState lab, VBox top, LeftSide left, Node views, StatusLine status, ReadOnlyBooleanProperty presenting) {
        this.left = left;
        this.status = status;
        this.presenting = presenting;
        getStyleClass().add("window-frame");
        setMinSize(0, 0);
        InspectorPane pane = new InspectorPane(lab);
        pane.getStyleClass().add("side-content");
        // Its pictures are made as wide as it is: their least width must not make it wider.
        pane.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(pane);
        scroll.getStyleClass().addAll("side", "side-right", "plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lab.selectionProperty().addListener(o -> {
            // Whoever is at work within it stays where he is.
            if (!isWithin(scroll, getScene() == null ? null : getScene().getFocusOwner())) {
                scroll.setVvalue(scroll.getVmin());
            }
        });
        settings = new SidePanel(SidePanel.Side.LEFT, left, "settings", LeftSide.WIDTH, LeftSide.LEAST_WIDTH, "F8");
        inspector = new SidePanel(SidePanel.Side.RIGHT, scroll, "inspector", INSPECTOR_WIDTH, LEAST_INSPECTOR, "F9");
        settings.setId("settings-side");
        left.setUnfolding(() -> settings.openProperty().set(true));
        inspector.setId("inspector-side");
        showInspector.setId("show-inspector");
        showInspector.setOnAction(e -> toggleInspector());
        // What is in it gives way; the window does not.
        top.setMinWidth(0);
        setTop(top);
        setLeft(settings);
        setCenter(views);
        setBottom(status);
        widthProperty().addListener(o -> arrange());
        presenting.addListener(o -> {
            asked = false;
            arrange();
        });
        settings.openProperty().addListener(o -> arrange());
        inspector.openProperty().addListener(o -> tick());
        status.urgentProperty().addListener(o -> arrange());
    }

    private static boolean isWithin(Node whole, Node part) {
        return part != null && (part == whole || isWithin(whole, part.getParent()));
    }

    private void arrange() {
        double taken = settings.openProperty().get() ? 0 : LeftSide.WIDTH;
        boolean room = getWidth() + taken >= ROOM_FOR_INSPECTOR && !presenting.get();
        setRight(room || asked ? inspector : null);
        tick();
        setBottom(presenting.get() && !status.urgentProperty().get() ? null : status);
        left.present(presenting.get());
        settings.setFloor(presenting.get() ? LeftSide.PRESENTING_WIDTH : 0);
    }

    /** Between toolbar and status bar, in the scene. */
    Bounds room() {
        Bounds whole = localToScene(getLayoutBounds());
        double top = getTop().getBoundsInParent().getMaxY();
        double bottom = getBottom() == null
                ? getHeight()
                : getBottom().getBoundsInParent().getMinY();
        return new BoundingBox(whole.getMinX(), whole.getMinY() + top, whole.getWidth(), bottom - top);
    }

    /** The side with the settings. */
    SidePanel settings() {
        return settings;
    }

    /** The side with the inspector. */
    SidePanel inspector() {
        return inspector;
    }

    /** Makes both sides as they were. */
    void restore(SideState settingsWere, SideState inspectorWas) {
        settings.stateProperty().set(settingsWere);
        inspector.stateProperty().set(inspectorWas);
    }

    /** What a menu has for both sides. */
    List<CheckMenuItem> items() {
        CheckMenuItem showSettings = new CheckMenuItem("Settings");
        showSettings.setId("show-settings");
        showSettings.selectedProperty().bindBidirectional(settings.openProperty());
        return List.of(showSettings, showInspector);
    }

    /** The menu says whether the inspector can be seen, which a narrow window prevents, too. */
    private void tick() {
        showInspector.setSelected(getRight() != null && inspector.openProperty().get());
    }

    /** Folds the inspector away or brings it back, even where it would not be for lack of room. */
    void toggleInspector() {
        if (getRight() == null) {
            asked = true;
            inspector.openProperty().set(true);
            arrange();
        } else {
            inspector.toggle();
        }
        tick();
    }
}
