package org.whorl.ui.control.dial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;

import org.whorl.figure.Numbers;
import org.whorl.figure.RosetteFigure;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/**
 * A dial for the rotation angle. It stops only at the whole degrees that divide 360, and shows the orbit of one filter around it.
 *
 * <p>Keys: right and up to the next larger angle, left and down to the next smaller, Home and End to the ends, Page Up and Page Down to
 * the next multiple of 90°.
 */
public final class AngleDial extends Control {
    /** The stops, in degrees, ascending. */
    public static final List<Integer> STOPS = CyclicGroup.wholeDegrees();

    private static final int QUARTER = 90;
    private static final double TOOLTIP_WIDTH = 340;
    private static final String DRAG =
            "Drag the handle, or use the arrow keys, to set by which angle the next network’s filters are rotated;"
                    + " the network that is shown tries it at once.";

    private final IntegerProperty degrees = new SimpleIntegerProperty(60) {
        @Override
        public void set(int value) {
            super.set(nearestStop(value));
        }
    };
    private final ObjectProperty<BaseFilter> filter = new SimpleObjectProperty<>();
    private final ObjectProperty<Interpolation> interpolation = new SimpleObjectProperty<>(Interpolation.BILINEAR);
    private final ObjectProperty<FiniteGroup> kind = new SimpleObjectProperty<>(CyclicGroup.TRIVIAL);
    private final ObjectProperty<Learned> learned = new SimpleObjectProperty<>();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty still = new SimpleBooleanProperty();

    /**
     * An angle that was learned, to which a second hand points.
     *
     * @param degrees in [0, 360)
     * @param order copies of a filter
     * @param trying whether it is only tried
     */
    public record Learned(double degrees, int order, boolean trying) {
        String words() {
            // While it changes, always with its decimal: what stands beside would move.
            return trying ? String.format(Locale.ROOT, "tries %.1f°", degrees) : "θ " + Numbers.degrees(degrees);
        }
    }

    public AngleDial() {
        getStyleClass().add("angle-dial");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp("Arrow keys turn the dial to the next angle that divides 360 degrees.");
        degrees.addListener((o, old, now) -> describe());
        kind.addListener((o, old, now) -> describe());
        learned.addListener((o, old, now) -> describe());
        describe();
        Tooltip scale = new Tooltip(words(null));
        scale.setWrapText(true);
        scale.setMaxWidth(TOOLTIP_WIDTH);
        filter.addListener((o, was, is) -> scale.setText(words(is)));
        setTooltip(scale);
        Exportable.by(this, () -> Optional.ofNullable(filter.get())
                .map(f -> new ExportMenu.Content(
                        "rosette",
                        new RosetteFigure(
                                f.values(),
                                f.channels(),
                                f.size(),
                                f.limit(),
                                group(),
                                interpolation.get(),
                                f.support()))));
    }

    /** What dragging does, and what the small pictures are, and on which scale: none of the legends in the window is theirs. */
    static String words(BaseFilter filter) {
        return filter == null
                ? DRAG
                : DRAG + "\nAround it: the selected base filter and its copies, on a scale of their own: ±"
                        + Numbers.format(filter.limit())
                        + ", its greatest value. Legends elsewhere are those of whole banks.";
    }

    private void describe() {
        setAccessibleText("Rotation angle " + degrees.get() + " degrees. " + group().describe() + ", "
                + (group().exactOnGrid() ? "exact on the pixel grid." : "interpolated, not exact.")
                + (learned.get() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " The network that is shown %s %.1f degrees.",
                                learned.get().trying() ? "tries" : "has learned",
                                learned.get().degrees())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    /** The stop that is nearest; the smaller one of two equally near. */
    public static int nearestStop(double angle) {
        int best = STOPS.get(0);
        for (int stop : STOPS) {
            best = Math.abs(stop - angle) < Math.abs(best - angle) ? stop : best;
        }
        return best;
    }

    /** The angle of the generator in degrees; always one of {@link #STOPS}: what else is set goes to the nearest. */
    public IntegerProperty degreesProperty() {
        return degrees;
    }

    public int getDegrees() {
        return degrees.get();
    }

    /** The group that is generated. */
    public FiniteGroup group() {
        return kind.get().withAngle(degrees.get());
    }

    /** A group of the kind that is generated: rotations alone, as at first, or with their mirror images. Its angle does not matter. */
    public ObjectProperty<FiniteGroup> kindProperty() {
        return kind;
    }

    /** Turns by so many stops, negative towards smaller angles; stays at the ends. */
    public void turn(int stops) {
        int at = STOPS.indexOf(degrees.get()) + stops;
        degrees.set(STOPS.get(Math.max(0, Math.min(STOPS.size() - 1, at))));
    }

    /** Turns to the next multiple of 90° that is a stop. */
    public void turnToQuarter(boolean larger) {
        STOPS.stream()
                .filter(s -> s % QUARTER == 0 && (larger ? s > degrees.get() : s < degrees.get()))
                .reduce((a, b) -> larger ? a : b)
                .ifPresent(degrees::set);
    }

    /** The filter whose rotated copies stand around the dial; null for none. */
    public ObjectProperty<BaseFilter> filterProperty() {
        return filter;
    }

    /** How the copies are rotated. */
    public ObjectProperty<Interpolation> interpolationProperty() {
        return interpolation;
    }

    /** Whether it jumps to another angle instead of turning there. */
    public BooleanProperty stillProperty() {
        return still;
    }

    /** What the network that is shown has learned, which a second hand shows; null for none. */
    public ObjectProperty<Learned> learnedProperty() {
        return learned;
    }

    /** Whether the copies are drawn for a dark ground. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new AngleDialSkin(this);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) degrees.get();
            case MIN_VALUE -> (double) STOPS.get(0);
            case MAX_VALUE -> (double) STOPS.get(STOPS.size() - 1);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
