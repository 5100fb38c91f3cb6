package org.whorl.ui.model.run;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MatrixSourceTest {
    private final LabState lab = new LabState();
    private final MatrixSource source = new MatrixSource(lab);

    /** A matrix that leads back after so many steps, by its own word. */
    private static Generator matrix(int order) {
        double[][] identity = new double[64][64];
        for (int i = 0; i < 64; i++) {
            identity[i][i] = 1;
        }
        return new Generator(8, order, identity);
    }

    private static NetworkSpec network(int order, GeneratorKind kind) {
        return NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(order))
                .withFilters(order)
                .withGenerator(kind);
    }

    private void show(NetworkSpec spec) {
        Parameters parameters = Parameters.initial(spec, 1);
        if (spec.generator() == GeneratorKind.MATRIX) {
            parameters.setGenerator(matrix(spec.group().order()));
        }
        lab.show(new ShownNetwork(
                "network",
                parameters,
                Preparation.identity(spec.input()),
                List.of(),
                Optional.empty(),
                lab.nextVersion()));
    }

    private Optional<Integer> orderFor(NetworkSpec next) {
        return source.of(next).map(Generator::order);
    }

    @Test
    void oneThatPairsTaughtIsTakenBeforeThatOfTheNetworkThatIsShown() {
        show(network(4, GeneratorKind.MATRIX));
        source.give(matrix(0));
        assertEquals(Optional.of(0), orderFor(network(4, GeneratorKind.MATRIX)), "it goes with any order");
        show(network(4, GeneratorKind.MATRIX));
        assertEquals(Optional.of(4), orderFor(network(4, GeneratorKind.MATRIX)), "another network came since");
    }

    @Test
    void oneOfAnotherOrderOrSideIsNotTaken() {
        source.give(matrix(5));
        assertEquals(Optional.of(5), orderFor(network(5, GeneratorKind.MATRIX)));
        assertEquals(Optional.empty(), orderFor(network(4, GeneratorKind.MATRIX)));
        assertEquals(Optional.empty(), orderFor(network(5, GeneratorKind.MATRIX).withKernel(6, false)));
    }

    @Test
    void theMatrixOfANetworkThatLearnsOneIsItsOwn() {
        show(network(4, GeneratorKind.CYCLIC));
        assertEquals(Optional.empty(), orderFor(network(4, GeneratorKind.MATRIX)));
        assertEquals(Optional.empty(), orderFor(network(4, GeneratorKind.CYCLIC)));
    }
}
