package org.whorl.ui.task;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;

/** Whether a node can be seen: it is in a scene, and it and all that hold it are visible. A tab that is not selected is not. */
final class Visibility {
    private final Node node;
    private final List<Node> chain = new ArrayList<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private final InvalidationListener changed = o -> update();

    Visibility(Node node) {
        this.node = node;
        node.sceneProperty().addListener(changed);
        update();
    }

    ReadOnlyBooleanProperty property() {
        return showing.getReadOnlyProperty();
    }

    private void update() {
        for (Node n : chain) {
            n.visibleProperty().removeListener(changed);
            n.parentProperty().removeListener(changed);
        }
        chain.clear();
        boolean visible = node.getScene() != null;
        for (Node n = node; n != null; n = n.getParent()) {
            chain.add(n);
            n.visibleProperty().addListener(changed);
            n.parentProperty().addListener(changed);
            visible &= n.isVisible();
        }
        showing.set(visible);
    }
}
