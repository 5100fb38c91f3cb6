package org.whorl.kernel;

/** Four chains of scalar multiply-adds. */
final class ScalarPeakLoop implements PeakLoop {
    @Override
    public float run(int rounds) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < rounds; i++) {
            a = Math.fma(a, 0.999f, 0.5f);
            b = Math.fma(b, 0.999f, 0.5f);
            c = Math.fma(c, 0.999f, 0.5f);
            d = Math.fma(d, 0.999f, 0.5f);
        }
        return a + b + c + d;
    }

    @Override
    public int flopsPerRound() {
        return 8;
    }
}
