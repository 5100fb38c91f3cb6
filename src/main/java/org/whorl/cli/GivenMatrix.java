package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorFile;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.setting.Values;

/**
 * The matrix whose powers make the copies of filters, out of a file.
 *
 * @param file that was named by {@code --generator}
 * @param generator what it holds
 */
record GivenMatrix(Path file, Generator generator) {
    /** Reads it, where the options name one. */
    static Optional<GivenMatrix> read(SettingOptions<NetworkSpec> options) throws IOException {
        Optional<String> name = options.typed("generator").filter(GeneratorKind::isFile);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new GivenMatrix(Path.of(name.get()), GeneratorFile.read(Path.of(name.get()))));
    }

    /**
     * A network's settings with its order, and where nothing else is said with the support that suits it.
     *
     * @param said whether the command line has an option
     * @throws IllegalArgumentException where the matrix and the options do not go together, saying what to do
     */
    Values<NetworkSpec> in(Values<NetworkSpec> values, Predicate<String> said) {
        boolean ordered = said.test("--order") || said.test("--angle") || said.test("--group");
        int asked = values.get(NetworkSettings.GROUP).order();
        int order = generator.order();
        if (order == 0 && !said.test("--order")) {
            throw new IllegalArgumentException("order: expected how many copies by --order, since the matrix of " + file
                    + " leads back by no number of steps; found none");
        }
        if (order == 1) {
            throw new IllegalArgumentException(
                    file + ": order: expected 2 or more, so that there are copies, found 1: the matrix"
                            + " leaves pictures as they are; learn one from partners that differ");
        }
        if (said.test("--group") && !(values.get(NetworkSettings.GROUP) instanceof CyclicGroup)) {
            throw new IllegalArgumentException("group: expected cyclic for the powers of a matrix, found "
                    + values.get(NetworkSettings.GROUP).symbol());
        }
        if (order > 0 && ordered && (asked != order || said.test("--group"))) {
            throw new IllegalArgumentException(
                    "order: expected " + order + ", which " + file + " says, or nothing, found "
                            + values.get(NetworkSettings.GROUP).symbol());
        }
        CyclicGroup group = order == 0 ? new CyclicGroup(asked) : new CyclicGroup(order);
        int bank = values.get(NetworkSettings.BASE_FILTERS) * asked;
        Values<NetworkSpec> own = values.with(NetworkSettings.GROUP, group)
                .with(NetworkSettings.BASE_FILTERS, NetworkSpec.baseFiltersFor(bank, group));
        if (!said.test("--support")) {
            own = own.with(NetworkSettings.SUPPORT, generator.usualSupport());
        }
        // Atoms of a dense network are as large as images, which only the data tell.
        if (!own.get(NetworkSettings.DENSE)) {
            try {
                generator.checkFits(own.get(NetworkSettings.KERNEL), own.get(NetworkSettings.SUPPORT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        }
        return own;
    }

    /** What it is, for people. */
    String describe(NetworkSpec spec) {
        return String.format(
                Locale.ROOT,
                "%s: a matrix of %s, not learned further; filters on the %s",
                file,
                generator.order() == 0
                        ? "no order"
                        : String.format(
                                Locale.ROOT, "order %d, A^%1$d = I to %.1e", generator.order(), generator.closure()),
                spec.support().name().toLowerCase(Locale.ROOT));
    }
}
