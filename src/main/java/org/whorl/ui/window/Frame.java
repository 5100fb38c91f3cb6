package org.whorl.ui.window;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.model.LabState;
import org.whorl.ui.view.inspector.InspectorPane;

/** The window's parts around the views. What there is no room for, or what a room full of people does not need, is not there. */
final class Frame extends BorderPane {
    private static final double RIGHT_WIDTH = 266;
    private static final double ROOM_FOR_INSPECTOR = 1080;

    private final LeftSide left;
    private final StatusLine status;
    private final ScrollPane inspector = new ScrollPane();
    private final ReadOnlyBooleanProperty presenting;

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
        inspector.setContent(pane);
        inspector.getStyleClass().addAll("side", "side-right", "plain-scroll");
        inspector.setFitToWidth(true);
        inspector.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        inspector.setPrefWidth(RIGHT_WIDTH);
        inspector.setMinWidth(RIGHT_WIDTH);
        // What is in it gives way; the window does not.
        top.setMinWidth(0);
        setTop(top);
        setLeft(left);
        setCenter(views);
        setBottom(status);
        widthProperty().addListener(o -> arrange());
        presenting.addListener(o -> arrange());
        status.urgentProperty().addListener(o -> arrange());
    }

    private void arrange() {
        boolean room = getWidth() >= ROOM_FOR_INSPECTOR && !presenting.get();
        setRight(room ? inspector : null);
        setBottom(presenting.get() && !status.urgentProperty().get() ? null : status);
        left.present(presenting.get());
    }
}
