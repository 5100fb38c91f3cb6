package org.whorl.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.whorl.group.CyclicGroup;
import org.whorl.group.CyclicOrbits;
import org.whorl.group.Interpolation;
import org.whorl.group.LearnedRotation;
import org.whorl.group.MatrixByFilterOrbits;
import org.whorl.group.MatrixOrbits;
import org.whorl.group.OrbitMap;
import org.whorl.group.Orbits;

/**
 * What makes the copies of a base filter, and where its own parameters come from. A new kind of orbit is a constant here and the
 * {@link OrbitMap} that it makes.
 */
public enum GeneratorKind {
    /** Rotations by the group's angle, 360°/N. */
    FIXED("as set", Scope.NONE) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return new Orbits(spec.group(), spec.geometry().kernelHeight(), spec.interpolation(), spec.support());
        }
    },
    /** Rotations by an angle that is learned, one for all layers. */
    LEARNED("learned", Scope.NETWORK) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return rotation(spec);
        }
    },
    /** Rotations by an angle that is learned, one for each layer. */
    LEARNED_BY_LAYER("learned by layer", Scope.LAYER) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return rotation(spec);
        }
    },
    /** The powers of matrices that are learned, one for each base filter. */
    MATRIX_BY_FILTER("a matrix a filter", Scope.LAYER) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return new MatrixByFilterOrbits(
                    spec.group().order(), spec.baseFilters(), spec.geometry().kernelHeight(), spec.support());
        }
    },
    /** The powers of a matrix that is learned and exactly cyclic, one for all layers. */
    CYCLIC("a cyclic matrix", Scope.NETWORK) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return new CyclicOrbits(spec.group().order(), spec.geometry().kernelHeight(), spec.support());
        }
    },
    /** The powers of a matrix that is given, one for all layers. */
    MATRIX("a matrix", Scope.NETWORK) {
        @Override
        OrbitMap orbits(NetworkSpec spec) {
            return new MatrixOrbits(spec.group().order(), spec.geometry().kernelHeight(), spec.support());
        }
    };

    /** The most values of a layer's matrices: 16 MiB. */
    private static final int MOST_VALUES = 1 << 22;

    /** How the name of a file with a matrix ends. */
    private static final String FILE = ".npz";

    /** Who has parameters of their own. */
    private enum Scope {
        NONE,
        NETWORK,
        LAYER
    }

    private final String title;
    private final Scope scope;

    GeneratorKind(String title, Scope scope) {
        this.title = title;
        this.scope = scope;
    }

    /** Reads a word, or the name of a file with a matrix. */
    static GeneratorKind parse(String text) {
        for (GeneratorKind kind : values()) {
            if (kind == MATRIX ? isFile(text) : kind.word().equals(text.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(Arrays.stream(values())
                        .map(GeneratorKind::word)
                        .collect(Collectors.joining(", ", "expected one of ", ""))
                + ", which whorl generator writes, found " + text);
    }

    /** Whether a text is the name of a file with a matrix. */
    public static boolean isFile(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(FILE);
    }

    /** What the rotation angle is, for people. */
    String title() {
        return title;
    }

    /** As it is typed; the name of a matrix's file is not known any more. */
    String word() {
        return this == MATRIX ? "A" + FILE : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The map of a network, before it has its parameters. */
    abstract OrbitMap orbits(NetworkSpec spec);

    private static OrbitMap rotation(NetworkSpec spec) {
        return new LearnedRotation(spec.group().order(), spec.geometry().kernelHeight(), spec.support());
    }

    /** Whether a layer has parameters of its own; the first where one map serves all, and where layers share their filters. */
    boolean hasParameters(int layer, WeightTying tying) {
        return switch (scope) {
            case NONE -> false;
            case NETWORK -> layer == 0;
            case LAYER -> layer == 0 || tying == WeightTying.UNTIED;
        };
    }

    /** Whether the angle of rotations is learned. */
    public boolean learnsAngle() {
        return this == LEARNED || this == LEARNED_BY_LAYER;
    }

    /** Whether what makes the copies of all filters, of the network or a layer, is learned with them. */
    public boolean learnsOne() {
        return learnsAngle() || this == CYCLIC;
    }

    /** Whether copies are made by matrices, which need not be rotations. */
    public boolean hasMatrices() {
        return this == MATRIX || this == MATRIX_BY_FILTER || this == CYCLIC;
    }

    /** Refuses a network that cannot have such orbits. */
    void check(NetworkSpec spec) {
        if (this == FIXED) {
            return;
        }
        SpecRules.require(
                spec.group() instanceof CyclicGroup && spec.group().order() > 1,
                "generator",
                learnsAngle()
                        ? "rotations, of order 2 or more, for an angle that is learned"
                        : "a cyclic group of order 2 or more for the powers of a matrix",
                spec.group().describe());
        SpecRules.require(
                !learnsAngle() || spec.interpolation() == Interpolation.BICUBIC,
                "interpolation",
                "bicubic for an angle that is learned",
                spec.interpolation());
        SpecRules.require(
                this != LEARNED_BY_LAYER || spec.tying() == WeightTying.UNTIED,
                "generator",
                "filters of its own in each layer for an angle of its own",
                spec.tying());
        if (hasMatrices()) {
            checkSize(spec);
        }
    }

    private void checkSize(NetworkSpec spec) {
        long area = (long) spec.geometry().kernelHeight() * spec.geometry().kernelWidth();
        long values = area * area * (this == MATRIX_BY_FILTER ? spec.baseFilters() : 2);
        SpecRules.require(
                area <= MOST_VALUES && values <= MOST_VALUES,
                "generator",
                "matrices of at most " + MOST_VALUES + " values together in a layer, so smaller or fewer filters",
                values);
    }
}
