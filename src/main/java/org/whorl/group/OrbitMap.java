package org.whorl.group;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Makes the filter bank of a layer from its base filters, and takes gradients back.
 *
 * <p>Base filters are [base, channels, size, size]; the bank is [order · base, channels, size, size] and arranged by the elements of the
 * group: filter k = element · base + b. All arrays are C order. A map may have parameters of its own, which are learned with the filters
 * or given; the fixed rotations have none.
 */
public interface OrbitMap {
    /** The copies that a base filter has. */
    int order();

    /** The shape of its own parameters; none where it has none. */
    default List<Integer> shape() {
        return List.of();
    }

    /** How many parameters of its own the map has. */
    default int parameters() {
        return shape().isEmpty() ? 0 : shape().stream().reduce(1, Math::multiplyExact);
    }

    /** How many of them count when a network's parameters are counted. */
    default int counted() {
        return parameters();
    }

    /** Whether training changes its own parameters by their gradient. */
    default boolean learned() {
        return parameters() > 0;
    }

    /**
     * Writes the parameters that training begins with.
     *
     * @param values receives {@link #parameters} of them from {@code offset}
     * @param normal numbers from a normal distribution
     */
    default void begin(float[] values, int offset, DoubleSupplier normal) {}

    /** The shape of its frame, fixed numbers that its parameters begin from and that are kept with them; none where it has none. */
    default List<Integer> frameShape() {
        return List.of();
    }

    /**
     * Draws its frame.
     *
     * @param values receives it from {@code offset}
     * @param normal numbers from a normal distribution
     */
    default void beginFrame(float[] values, int offset, DoubleSupplier normal) {}

    /** Takes over the map's frame, before {@link #expand}. */
    default void loadFrame(float[] values, int offset) {}

    /** Puts learned parameters back to where they may be, after each step. */
    default void constrain(float[] values, int offset) {}

    /**
     * Takes over the map's own parameters, before {@link #expand}.
     *
     * @param values {@link #parameters} of them from {@code offset}
     */
    default void load(float[] values, int offset) {}

    /**
     * Builds the filter bank.
     *
     * @param base the base filters, starting at {@code baseOffset}
     * @param planes base · channels
     * @param bank receives order · planes pictures, from index 0
     */
    void expand(float[] base, int baseOffset, int planes, float[] bank);

    /**
     * Returns a gradient from the bank to the base filters, the adjoint of {@link #expand}. Overwrites.
     *
     * @param bankGradient order · planes pictures, from index 0
     * @param planes base · channels
     * @param baseGradient receives planes pictures, from {@code baseOffset}
     */
    void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset);

    /**
     * Adds the gradient by the map's own parameters.
     *
     * @param bankGradient order · planes pictures, from index 0
     * @param base the base filters that were expanded last, starting at {@code baseOffset}
     * @param gradient receives {@link #parameters} values from {@code offset}, added
     */
    default void addParameterGradient(
            float[] bankGradient, int planes, float[] base, int baseOffset, float[] gradient, int offset) {}
}
