package org.whorl.training;

import org.whorl.group.GeneratorAngle;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;

/** What is special about learning a rotation angle: a rate of its own, the cost of an open orbit, and the snap to one that closes. */
final class AngleLearning {
    /** Degrees from a closed angle within which an angle snaps to it. */
    private static final double SNAP = 2;

    /** The share of the steps after which it does; the rest fine-tunes. */
    private static final double SNAP_AT = 0.8;

    private static final double CLOSURE_FROM = 0.5;

    private final double rate;
    private final double closure;
    private final boolean snap;
    private final int order;
    /** Whether a search by pursuit comes before the first step, whose angle is nearer than the one that few layers of FISTA would drift to. */
    private final boolean pursued;

    private final boolean reconstructs;
    /** Whether the copies of a filter can be numbered otherwise, and the network stays the same. */
    private final boolean anyNumbering;

    AngleLearning(NetworkSpec spec, TrainingSettings settings) {
        rate = settings.get(TrainingSettings.ANGLE_RATE);
        closure = settings.get(TrainingSettings.CLOSURE);
        snap = !settings.get(TrainingSettings.NO_SNAP);
        reconstructs = spec.generator().learnsOne() && spec.objective().classify() == 0;
        order = spec.group().order();
        pursued = spec.generator() == GeneratorKind.LEARNED && reconstructs && AngleSearch.searches(spec, settings);
        boolean alike =
                spec.sharing() == Sharing.ORBIT || spec.norm() == Normalization.NONE && !spec.thresholdLearned();
        anyNumbering = alike && spec.objective().classify() == 0;
    }

    /** Whether filters move along the sphere of their norm: where a generator is learned by reconstruction, false valleys are near. */
    boolean keepsNorms() {
        return reconstructs;
    }

    private static double share(long step, long steps) {
        return steps <= 0 ? 0 : Math.min(1, (double) step / steps);
    }

    /** The rate of the step after so many of all; 0 where the angle has snapped. */
    double rate(Parameters parameters, long step, long steps) {
        double share = share(step, steps);
        boolean still = snap
                && (pursued || share >= SNAP_AT)
                && parameters.layout().angles().stream()
                        .allMatch(entry -> parameters.values()[entry.offset()] == closed(parameters, entry));
        return still ? 0 : rate * 0.5 * (1 + Math.cos(Math.PI * share));
    }

    private boolean snaps(double share) {
        return snap && (share >= SNAP_AT || pursued && share == 0);
    }

    /** Before a step: angles near closed ones become these, where it is late enough, or they were just found by pursuit. */
    void snap(Parameters parameters, long step, long steps) {
        if (snaps(share(step, steps))) {
            for (ParameterLayout.Entry entry : parameters.layout().angles()) {
                float angle = parameters.values()[entry.offset()];
                double nearest = GeneratorAngle.nearestClosed(Math.toDegrees(angle), order);
                if (Math.abs(Math.toDegrees(angle) - nearest) <= SNAP) {
                    // Of all angles with the same orbits the least, where that is but another numbering.
                    double closed = anyNumbering ? 360.0 / order : nearest;
                    parameters.values()[entry.offset()] = (float) Math.toRadians(closed);
                }
            }
        }
    }

    private float closed(Parameters parameters, ParameterLayout.Entry entry) {
        double degrees = Math.toDegrees(parameters.values()[entry.offset()]);
        return (float) Math.toRadians(GeneratorAngle.nearestClosed(degrees, order));
    }

    /** The slope of c(1 − cos Nθ), added to the gradient. */
    void addClosure(Parameters parameters, float[] gradient, long step, long steps) {
        double rising = Math.max(0, (share(step, steps) - CLOSURE_FROM) / (1 - CLOSURE_FROM));
        for (ParameterLayout.Entry entry : parameters.layout().angles()) {
            gradient[entry.offset()] += (float) (closure
                    * rising
                    * order
                    * Math.sin(order * (double) parameters.values()[entry.offset()]));
        }
    }
}
