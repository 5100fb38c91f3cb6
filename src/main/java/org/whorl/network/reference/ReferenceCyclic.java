package org.whorl.network.reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;
import org.whorl.group.CyclicOrbits;
import org.whorl.network.NetworkSpec;

/** Copies by the powers of A = Q C Qᵀ, Q = (I − S/2)⁻¹ (I + S/2) Q₀, S = K − Kᵀ, whose gradient goes through A. */
final class ReferenceCyclic implements ReferenceOrbits {
    private final int[] support;
    private final INDArray inverse;
    private final INDArray orthogonal;
    private final INDArray frame;
    private final INDArray turned;
    private final INDArray blocks;
    private final ReferenceMatrices powers;

    /**
     * @param free K on the support, [n, n]
     * @param kept Q₀, rounded
     */
    ReferenceCyclic(NetworkSpec spec, INDArray free, INDArray kept) {
        int side = spec.geometry().kernelWidth();
        support = spec.support().pixels(side);
        frame = Nd4j.createFromArray(CyclicOrbits.frame(kept.dup('c').data().asFloat()))
                .castTo(free.dataType());
        blocks = Nd4j.createFromArray(CyclicOrbits.blocks(spec.group().order(), support.length))
                .castTo(free.dataType());
        INDArray identity = Nd4j.eye(support.length).castTo(free.dataType());
        INDArray half = free.sub(free.transpose()).mul(0.5);
        inverse = InvertMatrix.invert(identity.sub(half), false);
        orthogonal = inverse.mmul(identity.add(half));
        turned = orthogonal.mmul(frame);
        INDArray onSupport = turned.mmul(blocks).mmul(turned.transpose());
        INDArray matrix = Nd4j.zeros(free.dataType(), 1, (long) side * side, (long) side * side);
        for (int i = 0; i < support.length; i++) {
            for (int j = 0; j < support.length; j++) {
                matrix.putScalar(new int[] {0, support[i], support[j]}, onSupport.getDouble(i, j));
            }
        }
        powers = new ReferenceMatrices(spec, matrix);
    }

    @Override
    public INDArray expand(INDArray base) {
        return powers.expand(base);
    }

    @Override
    public INDArray pullBack(INDArray bankGradient) {
        return powers.pullBack(bankGradient);
    }

    /** By K: ∂Q = ∂A Q Cᵀ + ∂Aᵀ Q C, ∂P = ∂Q Q₀ᵀ, ∂S = ½ (I − S/2)⁻ᵀ ∂P (I + P)ᵀ, ∂K = ∂S − ∂Sᵀ. */
    @Override
    public INDArray byOwn(INDArray bankGradient, INDArray base) {
        INDArray whole = powers.byOwn(bankGradient, base).sum(0);
        INDArray byMatrix = turned.like();
        for (int i = 0; i < support.length; i++) {
            for (int j = 0; j < support.length; j++) {
                byMatrix.putScalar(i, j, whole.getDouble(support[i], support[j]));
            }
        }
        INDArray byTurned = byMatrix.mmul(turned)
                .mmul(blocks.transpose())
                .add(byMatrix.transpose().mmul(turned).mmul(blocks));
        INDArray byOrthogonal = byTurned.mmul(frame.transpose());
        INDArray plus = orthogonal.add(Nd4j.eye(support.length).castTo(turned.dataType()));
        INDArray bySkew =
                inverse.transpose().mmul(byOrthogonal).mmul(plus.transpose()).mul(0.5);
        return bySkew.sub(bySkew.transpose());
    }
}
