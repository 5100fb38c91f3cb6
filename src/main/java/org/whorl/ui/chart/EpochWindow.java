package org.whorl.ui.chart;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The epochs that all charts of a run show, and the one under the cursor. Until the user zooms it is the whole run, however long that
 * becomes. FX thread only; needs no screen.
 */
public final class EpochWindow {
    /** How close one can look, as a share of the whole run. */
    private static final double CLOSEST = 1e-4;

    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper cursor = new ReadOnlyDoubleWrapper(Double.NaN);
    private double whole = 1;
    private double from;
    private double to = 1;
    private boolean zoomed;

    /** Grows with every change of what is shown. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The epoch under the mouse; not a number where it is elsewhere. */
    public ReadOnlyDoubleProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** Points at an epoch; not a number for none. */
    public void pointAt(double epoch) {
        cursor.set(epoch);
    }

    /** How long the run is. */
    public void setWhole(double epochs) {
        double next = Math.max(1e-9, epochs);
        if (next != whole) {
            whole = next;
            show(zoomed ? from : 0, zoomed ? to : whole);
        }
    }

    public double from() {
        return from;
    }

    public double to() {
        return to;
    }

    /** Whether a part of the run is shown. */
    public boolean isZoomed() {
        return zoomed;
    }

    /** Shows these epochs, as far as the run has them. */
    public void zoomTo(double first, double last) {
        show(Math.min(first, last), Math.max(first, last));
    }

    /**
     * Comes closer or goes back; what lies at an epoch stays where it is.
     *
     * @param factor on the length of what is shown: below 1 comes closer
     */
    public void zoom(double at, double factor) {
        double length = Math.max(CLOSEST * whole, factor * (to - from));
        double share = Math.max(0, Math.min(1, (at - from) / (to - from)));
        show(at - share * length, at - share * length + length);
    }

    /** Goes to later epochs, by a share of what is shown; to earlier ones where it is negative. */
    public void pan(double share) {
        double by = share * (to - from);
        show(from + by, to + by);
    }

    /** Shows the whole run. */
    public void reset() {
        show(0, whole);
    }

    private void show(double first, double last) {
        double length = Math.max(CLOSEST * whole, Math.min(whole, last - first));
        double start = Math.max(0, Math.min(whole - length, first));
        from = start;
        to = start + length;
        zoomed = length < whole * (1 - 1e-9);
        changes.set(changes.get() + 1);
    }
}
