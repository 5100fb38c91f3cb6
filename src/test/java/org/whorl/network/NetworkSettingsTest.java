package org.whorl.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.file.StrictJson;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.setting.Option;
import org.whorl.setting.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NetworkSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NetworkSpec PAPER = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4));

    @Provide
    Arbitrary<NetworkSpec> specs() {
        Arbitrary<Integer> orders = Arbitraries.of(1, 2, 3, 4, 5, 6, 8, 12);
        Arbitrary<NetworkSpec> sized = Combinators.combine(
                        orders,
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.integers().between(1, 32),
                        Arbitraries.integers().between(2, 15),
                        Arbitraries.of(true, false))
                .as((order, filters, layers, kernel, dense) -> NetworkSpec.paper(
                                new ImageShape(1, 28, 28), 10, new CyclicGroup(order))
                        .withFilters(filters)
                        .withLayers(layers)
                        .withKernel(kernel, dense));
        Arbitrary<NetworkSpec> iterated = Combinators.combine(
                        sized,
                        Arbitraries.of(Unfolding.class),
                        Arbitraries.of(WeightTying.class),
                        Arbitraries.of(Shrinkage.class),
                        Arbitraries.doubles().between(1e-6, 100).ofScale(6))
                .as(NetworkSpec::withIteration);
        Arbitrary<NetworkSpec> thresholds = Combinators.combine(
                        iterated,
                        Arbitraries.doubles().between(0, 1e6),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Normalization.class),
                        Arbitraries.of(Interpolation.class))
                .as((spec, lambda, learned, norm, interpolation) ->
                        spec.withThreshold(lambda, learned).withNorm(norm).withInterpolation(interpolation));
        return Combinators.combine(
                        thresholds,
                        Arbitraries.of(HeadKind.class),
                        Arbitraries.of(Sharing.class),
                        Arbitraries.of(Objective.CLASSIFY, Objective.RECONSTRUCT, new Objective(0.25, 3e-5)))
                .as((spec, head, sharing, objective) -> spec.withHead(
                                head, head == HeadKind.INVARIANT ? Sharing.ORBIT : sharing)
                        .withObjective(objective));
    }

    @Property(tries = 300)
    void whatIsWrittenIntoAFileIsReadAgain(@ForAll("specs") NetworkSpec spec) throws IOException {
        assertEquals(spec, StrictJson.parse("x", JSON.writeValueAsBytes(spec), NetworkSpec.class, "a network"));
    }

    @Property(tries = 300)
    void theOptionsThatAreWrittenForANetworkMakeIt(@ForAll("specs") NetworkSpec spec) {
        assertEquals(spec, NetworkSettings.ALL.make(NetworkSettings.ALL.read(NetworkSettings.ALL.write(spec))));
    }

    /** Whether λ is learned is said by the option of λ, also where it starts from the usual value. */
    @Test
    void aLearnedThresholdIsSaidWhereverItStarts() {
        assertEquals(
                "learned:0.5",
                NetworkSettings.ALL.write(PAPER.withThreshold(0.5, true)).get("lambda"));
        assertEquals(
                "learned",
                NetworkSettings.ALL.write(PAPER.withThreshold(1, true)).get("lambda"));
    }

    @Test
    void aUsualNetworkNeedsNoOptionButItsAngle() {
        NetworkSpec usual = NetworkSpec.usual(PAPER.input(), PAPER.classes(), PAPER.group());
        assertEquals(Map.of("angle", "90"), NetworkSettings.ALL.write(usual));
        assertEquals(usual, NetworkSettings.ALL.make(NetworkSettings.ALL.usual()));
    }

    @Test
    void thePapersNetworkIsTheUsualOneOnTheSquareWithNormsByFilter() {
        NetworkSpec sixths = NetworkSpec.paper(PAPER.input(), PAPER.classes(), new CyclicGroup(6));
        assertEquals(
                Map.of("angle", "60", "support", "square", "sharing", "filter"), NetworkSettings.ALL.write(sixths));
    }

    @Test
    void thresholdsAndNormsAreSharedAlongOrbitsUnlessAskedOtherwise() {
        for (String head : List.of("plain", "invariant")) {
            NetworkSpec spec = NetworkSettings.ALL.make(NetworkSettings.ALL.read(Map.of("head", head)));
            assertEquals(Sharing.ORBIT, spec.sharing(), head);
        }
    }

    @Test
    void keysAndOptionsAreNamedOnceAndEveryOptionHasHelp() {
        Set<String> keys = new HashSet<>();
        Set<String> options = new HashSet<>();
        for (Setting<NetworkSpec, ?> setting : NetworkSettings.ALL.settings()) {
            assertTrue(keys.add(setting.key()), setting.key());
            for (Option<NetworkSpec> option : setting.options()) {
                assertTrue(options.add(option.name()), option.name());
                assertFalse(option.help().isBlank(), option.name());
            }
            assertFalse(setting.about(PAPER).isEmpty(), setting.key() + " is told to whoever asks");
        }
    }

    @Test
    void everySettingThatIsNullInAFileIsRefusedByName() {
        for (Setting<NetworkSpec, ?> setting : NetworkSettings.ALL.settings()) {
            ObjectNode tree = JSON.valueToTree(PAPER);
            tree.putNull(setting.key());
            String refusal = refusal(tree);
            assertTrue(
                    refusal.startsWith("x: " + setting.key() + ": expected ") && refusal.endsWith(", found null"),
                    refusal);
        }
    }

    @Test
    void everySettingThatMustBeInAFileIsMissedByName() {
        List<String> lenient = new ArrayList<>();
        for (Setting<NetworkSpec, ?> setting : NetworkSettings.ALL.settings()) {
            ObjectNode tree = JSON.valueToTree(PAPER);
            tree.remove(setting.key());
            if (setting.isRequired()) {
                assertEquals("x: " + setting.key() + ": expected a value, found none", refusal(tree));
            } else {
                lenient.add(setting.key());
            }
        }
        assertTrue(lenient.contains("norm"), "models from before there was a choice of norm");
    }

    @Test
    void anUnknownConstantIsRefusedNamingThoseThatAreKnown() {
        ObjectNode tree = JSON.valueToTree(PAPER);
        tree.put("unfolding", "AMP");
        assertEquals("x: unfolding: expected one of FISTA, ISTA, found AMP", refusal(tree));
        tree.put("unfolding", 1);
        assertEquals("x: unfolding: expected one of FISTA, ISTA, found 1", refusal(tree));
    }

    @Test
    void anUnknownSettingIsRefusedByName() {
        ObjectNode tree = JSON.valueToTree(PAPER);
        tree.put("colour", 1);
        assertTrue(refusal(tree).startsWith("x: colour: expected one of input, classes"), refusal(tree));
    }

    @Test
    void aValueOutOfItsRangeIsRefusedInTheWordsOfTheCommandLine() {
        ObjectNode tree = JSON.valueToTree(PAPER);
        tree.put("stepSize", -1.0);
        assertEquals("x: step: expected a number above 0, at most 100, found -1.0", refusal(tree));
    }

    private static String refusal(ObjectNode tree) {
        return assertThrows(
                        IOException.class,
                        () -> StrictJson.parse("x", JSON.writeValueAsBytes(tree), NetworkSpec.class, "a network"))
                .getMessage();
    }
}
