package org.whorl.ui.lab;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.network.Trace;

/** The observable state that all views share. FX thread only. */
public final class Lab {
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<FilterSelection> selection = new SimpleObjectProperty<>(new FilterSelection(0, 0, 0));
    private final ObjectProperty<Optional<Inspection>> inspection = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final IntegerProperty insideLayer = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Trace>> trace = new SimpleObjectProperty<>(Optional.empty());

    /** The network that is shown; null only before the first model is loaded. Changes up to 25 times a second while training. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Shown getShown() {
        return shown.get();
    }

    /** Shows another network, or a newer state of the same; keeps the selection where it still exists. */
    public void show(Shown next) {
        FilterSelection s = selection.get();
        var spec = next.spec();
        if (s.layer() >= spec.layers()
                || s.base() >= spec.baseFilters()
                || s.rotation() >= spec.group().order()) {
            selection.set(new FilterSelection(
                    Math.min(s.layer(), spec.layers() - 1), Math.min(s.base(), spec.baseFilters() - 1), 0));
        }
        if (insideLayer.get() > spec.layers()) {
            insideLayer.set(0);
        }
        shown.set(next);
    }

    /** The selected filter; always one that exists in the network that is shown. */
    public ObjectProperty<FilterSelection> selectionProperty() {
        return selection;
    }

    /** What the inspector shows; views set it as the cursor moves over their pictures. */
    public ObjectProperty<Optional<Inspection>> inspectionProperty() {
        return inspection;
    }

    /** Whether the window is dark, so that pictures draw to match. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** What the network made of the image that is shown in Codes; empty before there was one. */
    public ObjectProperty<Optional<Trace>> traceProperty() {
        return trace;
    }

    /** How far “step inside” has come: the layers up to this one, from 1, are shown; 0 for all. */
    public IntegerProperty insideLayerProperty() {
        return insideLayer;
    }

    /** One layer further inside: 1, 2, … up to the last, then all again. */
    public void stepInside() {
        int layers = shown.get() == null ? 0 : shown.get().spec().layers();
        insideLayer.set(insideLayer.get() >= layers ? 0 : insideLayer.get() + 1);
    }
}
