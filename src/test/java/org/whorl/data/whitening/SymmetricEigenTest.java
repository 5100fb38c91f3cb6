package org.whorl.data.whitening;

import java.util.Random;

import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SymmetricEigenTest {
    /** Sizes around the number of reflectors in a panel, and one at which LAPACK's own way back fails on SkylakeX. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 65, 66, 128, 129, 130, 250})
    void vectorsAreOrthonormalAndBelongToTheirValues(int size) throws Exception {
        Random random = new Random(size);
        double[] matrix = new double[size * size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a * size + b] = Math.exp(-(a - b) / 9.0) + 0.1 * random.nextGaussian();
                matrix[b * size + a] = matrix[a * size + b];
            }
        }
        double[] vectors = new double[size * size];
        double[] values;
        try (DoublePointer in = new DoublePointer(matrix);
                DoublePointer out = new DoublePointer((long) size * size)) {
            values = SymmetricEigen.decompose(size, in, out);
            out.get(vectors);
        }
        for (int a = 0; a < size; a++) {
            assertTrue(a == 0 || values[a] >= values[a - 1]);
            for (int b = 0; b < size; b++) {
                double product = 0;
                double image = 0;
                for (int k = 0; k < size; k++) {
                    product += vectors[a * size + k] * vectors[b * size + k];
                    image += matrix[b * size + k] * vectors[a * size + k];
                }
                assertEquals(a == b ? 1 : 0, product, 1e-12);
                assertEquals(values[a] * vectors[a * size + b], image, 1e-11);
            }
        }
    }
}
