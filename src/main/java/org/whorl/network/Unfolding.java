package org.whorl.network;

/** The iteration that is unfolded into layers. */
public enum Unfolding {
    /** With Nesterov momentum (Beck and Teboulle, 2009). */
    FISTA {
        @Override
        double momentum(int layer) {
            double t = 1;
            double momentum = 0;
            for (int l = 0; l <= layer; l++) {
                double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
                momentum = (t - 1) / next;
                t = next;
            }
            return momentum;
        }
    },
    /** Without momentum. */
    ISTA {
        @Override
        double momentum(int layer) {
            return 0;
        }
    };

    /** β_l, the momentum after layer l (from 0). */
    abstract double momentum(int layer);
}
