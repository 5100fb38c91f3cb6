package org.whorl.training;

/** How the learning rate changes over a run. */
public enum Schedule {
    /** × 1/3 at one third and at two thirds of the epochs: the authors'. */
    STEP,
    /** A linear warm-up over the first twentieth, then half a cosine down to a hundredth. */
    COSINE,
    /** Always the same. */
    CONSTANT;

    /**
     * The factor on the learning rate.
     *
     * @param step steps done so far, from 0
     * @param steps steps in the whole run
     */
    public double factor(long step, long steps) {
        double share = steps <= 0 ? 0 : Math.min(1, (double) step / steps);
        return switch (this) {
            case CONSTANT -> 1;
            case STEP -> share < 1.0 / 3 ? 1 : share < 2.0 / 3 ? 1.0 / 3 : 1.0 / 9;
            case COSINE -> {
                double warm = 0.05;
                yield share < warm
                        ? Math.max(0.01, (share * steps + 1) / (warm * steps + 1))
                        : 0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * (share - warm) / (1 - warm)));
            }
        };
    }
}
