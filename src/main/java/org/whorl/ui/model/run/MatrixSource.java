package org.whorl.ui.model.run;

import java.util.Optional;

import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

/** Where the matrix comes from that makes the copies of filters in a run to come: from the network that is shown, or learned from pairs. */
final class MatrixSource {
    private final LabState lab;
    private Optional<Generator> given = Optional.empty();

    /** The version of what was shown when it was given; the run that has it takes a moment to be. */
    private long before;

    MatrixSource(LabState lab) {
        this.lab = lab;
    }

    /** Takes one for the next run. */
    void give(Generator matrix) {
        given = Optional.of(matrix);
        before = version(lab.getShown());
    }

    /** One that fits a network; empty where it wants none, or there is none. */
    Optional<Generator> of(NetworkSpec next) {
        if (next.generator() != GeneratorKind.MATRIX) {
            return Optional.empty();
        }
        ShownNetwork shown = lab.getShown();
        Optional<Generator> learned = given.filter(matrix -> fits(matrix, next));
        return learned.filter(matrix -> version(shown) == before)
                .or(() -> Optional.ofNullable(shown)
                        .filter(network -> network.spec().generator() == GeneratorKind.MATRIX)
                        .flatMap(network -> network.parameters().generator())
                        .filter(matrix -> fits(matrix, next)))
                .or(() -> learned);
    }

    private static long version(ShownNetwork shown) {
        return shown == null ? 0 : shown.version();
    }

    private static boolean fits(Generator matrix, NetworkSpec next) {
        return (matrix.order() == 0 || matrix.order() == next.group().order())
                && matrix.side() == next.geometry().kernelHeight();
    }

    /**
     * A network with copies by the powers of a matrix, and about as many filters as it had.
     *
     * @throws IllegalArgumentException where there can be none, in words for people
     */
    static NetworkSpec network(NetworkSpec from, Generator matrix) {
        if (matrix.order() == 1) {
            throw new IllegalArgumentException(
                    "generator: expected a matrix that changes pictures, found one that leaves them as they are");
        }
        int copies = matrix.order() == 0 ? from.group().order() : matrix.order();
        CyclicGroup group = new CyclicGroup(copies);
        return from.with(values -> values.with(NetworkSettings.GROUP, group)
                .with(NetworkSettings.BASE_FILTERS, NetworkSpec.baseFiltersFor(from.filters(), group))
                .with(NetworkSettings.DENSE, false)
                .with(NetworkSettings.KERNEL, matrix.side())
                .with(NetworkSettings.SUPPORT, matrix.usualSupport())
                .with(NetworkSettings.GENERATOR, GeneratorKind.MATRIX));
    }
}
