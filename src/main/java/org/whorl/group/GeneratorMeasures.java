package org.whorl.group;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** What there is to say of a matrix that is to generate a cyclic group of maps of square pictures. */
public final class GeneratorMeasures {
    private GeneratorMeasures() {}

    /** ‖A^N − I‖ / √n by Frobenius' norm: 0 where N steps lead back. */
    public static double closure(RealMatrix generator, int order) {
        int size = generator.getRowDimension();
        return generator
                        .power(order)
                        .subtract(MatrixUtils.createRealIdentityMatrix(size))
                        .getFrobeniusNorm()
                / Math.sqrt(size);
    }

    /** Σ‖x′ − A x‖² / Σ‖x′‖², the share of the partners' energy that is not explained. */
    public static double error(RealMatrix generator, double[][] from, double[][] to) {
        double error = 0;
        double energy = 0;
        for (int n = 0; n < from.length; n++) {
            double[] image = generator.operate(from[n]);
            for (int i = 0; i < image.length; i++) {
                error += (to[n][i] - image[i]) * (to[n][i] - image[i]);
                energy += to[n][i] * to[n][i];
            }
        }
        return error / energy;
    }

    /**
     * The rotation that does most alike what a matrix does to the images at hand: the angle φ with the largest cosine between A C^½ and
     * R(φ) C^½, where R interpolates bicubically. (Their distance would prefer the angles at which R blurs least.)
     *
     * @param generator A, on the pixels of the support, [n, n]
     * @param covariance C, of the images, [n, n]
     * @param size the pictures' side
     * @param support the pixels that are seen, ascending, n of them
     */
    public static NearestRotation nearestRotation(
            RealMatrix generator, RealMatrix covariance, int size, int[] support) {
        RealMatrix weighted = generator.multiply(covariance);
        double norm = Math.sqrt(inner(weighted, generator));
        double[][] products = weighted.getData();
        double[][] energies = covariance.getData();
        int[] place = new int[size * size];
        Arrays.fill(place, -1);
        for (int i = 0; i < support.length; i++) {
            place[support[i]] = i;
        }
        // A rotation has few values in a row, and there are many angles to try.
        DoubleUnaryOperator cosine = degrees -> {
            Rotation rotation = Rotation.of(size, degrees, Interpolation.BICUBIC);
            return rotation.product(products, place) / (norm * Math.sqrt(rotation.energy(energies, place)));
        };
        double best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double degrees = -180; degrees < 180; degrees += 2) {
            double value = cosine.applyAsDouble(degrees);
            if (value > greatest) {
                greatest = value;
                best = degrees;
            }
        }
        for (double width = 1; width > 1e-3; width /= 2) {
            for (double degrees : new double[] {best - width, best + width}) {
                double value = cosine.applyAsDouble(degrees);
                if (value > greatest) {
                    greatest = value;
                    best = degrees;
                }
            }
        }
        return new NearestRotation(best - 360 * Math.floor((best + 180) / 360), greatest);
    }

    /** The same for pictures of all kinds alike, of a generator of whole pictures, on the pixels of a support. */
    public static NearestRotation nearestRotation(Generator generator, Support support) {
        int[] pixels = support.pixels(generator.side());
        return nearestRotation(
                generator.asMatrix().getSubMatrix(pixels, pixels),
                MatrixUtils.createRealIdentityMatrix(pixels.length),
                generator.side(),
                pixels);
    }

    /**
     * The nearest rotation.
     *
     * @param degrees in [−180, 180), counter-clockwise
     * @param cosine between what the two make of the images, 1 where they are alike
     */
    public record NearestRotation(double degrees, double cosine) {}

    /** The sum of the products of two matrices' elements. */
    private static double inner(RealMatrix a, RealMatrix b) {
        double[][] left = a.getData();
        double[][] right = b.getData();
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < left[i].length; j++) {
                sum += left[i][j] * right[i][j];
            }
        }
        return sum;
    }

    /** The rotation's matrix on the pixels of a support, by bicubic interpolation. */
    public static RealMatrix rotation(int size, double degrees, int[] support) {
        return MatrixUtils.createRealMatrix(
                        Rotation.of(size, degrees, Interpolation.BICUBIC).toMatrix())
                .getSubMatrix(support, support);
    }
}
