package org.whorl.ui.model;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.Palette;
import org.whorl.group.FiniteGroup;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;
import org.whorl.training.StepChange;

/** The observable state that all views share. FX thread only. */
public final class LabState {
    private final ReadOnlyObjectWrapper<ShownNetwork> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<FilterSelection> selection = new SimpleObjectProperty<>(new FilterSelection(0, 0, 0));
    private final ObjectProperty<Optional<Inspection>> inspection = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.BLUE_ORANGE);
    private final ObjectProperty<Optional<InsideStep>> inside = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FiniteGroup>> tried = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final GroupTrial trial = new GroupTrial();
    private final BooleanProperty still = new SimpleBooleanProperty();
    private final BooleanProperty changeWatched = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<StepChange>> change = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Parameters>> past = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Trace>> trace = new SimpleObjectProperty<>(Optional.empty());

    /** The network that is shown; null only before the first model is loaded. Changes up to 25 times a second while training. */
    public ReadOnlyObjectProperty<ShownNetwork> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ShownNetwork getShown() {
        return shown.get();
    }

    /** That of the network that will be shown next. */
    public long nextVersion() {
        return getShown() == null ? 1 : getShown().version() + 1;
    }

    /** Shows another network, or a newer state of the same; keeps the selection where it still exists. */
    public void show(ShownNetwork next) {
        FilterSelection s = selection.get();
        var spec = next.spec();
        if (s.layer() >= spec.layers()
                || s.base() >= spec.baseFilters()
                || s.rotation() >= spec.group().order()) {
            selection.set(new FilterSelection(
                    Math.min(s.layer(), spec.layers() - 1), Math.min(s.base(), spec.baseFilters() - 1), 0));
        }
        inside.set(inside.get().filter(step -> step.existsIn(spec)));
        if (shown.get() == null
                || !shown.get().spec().equals(spec)
                || !shown.get().title().equals(next.title())) {
            tried.set(Optional.empty());
        }
        shown.set(next);
    }

    /** The filters of an earlier epoch of the network that is shown, while the user scrubs through them; empty for those of now. */
    public ObjectProperty<Optional<Parameters>> pastProperty() {
        return past;
    }

    /** Whose filters are looked at: those of an earlier epoch, or those of the network as it is shown; null before there is one. */
    public Parameters lookedAt() {
        return shown.get() == null
                ? null
                : past.get()
                        .filter(p -> p.spec().equals(shown.get().spec()))
                        .orElse(shown.get().parameters());
    }

    /** The selected filter; always one that exists in the network that is shown. */
    public ObjectProperty<FilterSelection> selectionProperty() {
        return selection;
    }

    /**
     * The group that the dial tries on the network that is shown, without learning anew; empty where it is the network's own. Another
     * network ends it.
     */
    public ReadOnlyObjectProperty<Optional<FiniteGroup>> triedProperty() {
        return tried.getReadOnlyProperty();
    }

    /** Tries a group on the network that is shown; its own for no other. */
    public void tryOn(FiniteGroup group) {
        tried.set(Optional.ofNullable(shown.get())
                .map(network -> group)
                .filter(other -> !other.equals(shown.get().spec().group())));
    }

    /** Back to the network's own group. */
    public void tryNone() {
        tried.set(Optional.empty());
    }

    /**
     * The base filters that are looked at in the group that the dial tries, the same object until either changes; empty where it tries
     * none. Their head is blank.
     */
    public Optional<Parameters> triedParameters() {
        return trial.of(lookedAt(), tried.get());
    }

    /** What the inspector shows; views set it as the cursor moves over their pictures. */
    public ObjectProperty<Optional<Inspection>> inspectionProperty() {
        return inspection;
    }

    /** Whether the window is dark, so that pictures draw to match. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Whether pictures jump instead of moving, since the desktop asks for less motion. */
    public BooleanProperty stillProperty() {
        return still;
    }

    /** What the network made of the image that is shown in Codes; empty before there was one. */
    public ObjectProperty<Optional<Trace>> traceProperty() {
        return trace;
    }

    /** The colours of filters, everywhere. */
    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether a view shows gradients and updates, so that the run hands them out. */
    public BooleanProperty changeWatchedProperty() {
        return changeWatched;
    }

    /** The latest gradient and update of the run that is shown, while {@link #changeWatchedProperty watched}; empty where there is none. */
    public ObjectProperty<Optional<StepChange>> changeProperty() {
        return change;
    }

    /** How far “step inside” has come; empty while all layers are shown whole. */
    public ObjectProperty<Optional<InsideStep>> insideProperty() {
        return inside;
    }

    /** One step further inside: from the first residual to the last code, then all layers again. */
    public void stepInside() {
        if (shown.get() != null) {
            inside.set(
                    inside.get().isEmpty()
                            ? Optional.of(InsideStep.FIRST)
                            : inside.get().get().next(shown.get().spec()));
        }
    }

    /** One step back; from the first residual to all layers. */
    public void stepBack() {
        if (shown.get() != null) {
            inside.set(inside.get().flatMap(step -> step.previous(shown.get().spec())));
        }
    }
}
