package org.whorl.network.reference;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.whorl.group.OrbitIndex;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Pooling;

/**
 * Class scores of the final code: pooling, then for each element of the head's group the linear layer on the features as they were before it
 * moved them, joined by log-sum-exp; then the bias. The plain head is the case of one element.
 */
final class ReferenceHead {
    private final int filters;
    private final int mapSize;
    private final int cells;

    /** [cells, map]. */
    private final INDArray pooling;

    /** For each element, the feature that comes to each place. */
    private final int[][] source;

    ReferenceHead(NetworkSpec spec, DataType type) {
        filters = spec.filters();
        mapSize = spec.geometry().mapSize();
        Pooling operator = Pooling.of(spec);
        cells = operator.cells();
        pooling = Nd4j.createFromArray(operator.toMatrix(mapSize)).castTo(type);
        source = new int[operator.elements()][filters * cells];
        for (int g = 0; g < source.length; g++) {
            for (int filter = 0; filter < filters; filter++) {
                OrbitIndex orbits = spec.orbits();
                int turnedFilter = orbits.filter(spec.group().compose(g, orbits.element(filter)), orbits.base(filter));
                for (int cell = 0; cell < cells; cell++) {
                    source[g][filter * cells + cell] = turnedFilter * cells + operator.turned(g, cell);
                }
            }
        }
    }

    /**
     * What the backward pass needs.
     *
     * @param logits [N, classes]
     * @param features [N, K · cells]
     * @param scores [N, classes] for each element
     * @param joined their log-sum-exp, [N, classes]
     */
    record Output(INDArray logits, INDArray features, INDArray[] scores, INDArray joined) {}

    /** Gradients by the code and by the two learned arrays. */
    record Gradient(INDArray code, INDArray weight, INDArray bias) {}

    Output apply(INDArray code, INDArray weight, INDArray bias) {
        INDArray features = code.reshape(code.size(0) * filters, mapSize)
                .mmul(pooling.transpose())
                .dup('c')
                .reshape(code.size(0), (long) filters * cells);
        INDArray[] scores = new INDArray[source.length];
        INDArray greatest = null;
        for (int g = 0; g < scores.length; g++) {
            scores[g] = features.getColumns(source[g]).mmul(weight.transpose());
            greatest = greatest == null ? scores[g] : Transforms.max(greatest, scores[g], true);
        }
        INDArray sum = greatest.like();
        for (INDArray score : scores) {
            sum.addi(Transforms.exp(score.sub(greatest)));
        }
        INDArray joined = Transforms.log(sum).addi(greatest);
        return new Output(joined.add(bias.reshape(1, bias.length())), features, scores, joined);
    }

    Gradient backward(Output forward, INDArray weight, INDArray logitGradient, long[] codeShape) {
        INDArray weightGradient = weight.like();
        INDArray featureGradient = forward.features().like();
        for (int g = 0; g < source.length; g++) {
            INDArray share = Transforms.exp(forward.scores()[g].sub(forward.joined()));
            INDArray scoreGradient = logitGradient.mul(share);
            weightGradient.addi(
                    scoreGradient.transpose().mmul(forward.features().getColumns(source[g])));
            featureGradient.addi(scoreGradient.mmul(weight).getColumns(inverse(source[g])));
        }
        INDArray code = featureGradient
                .dup('c')
                .reshape(codeShape[0] * filters, cells)
                .mmul(pooling)
                .dup('c')
                .reshape(codeShape);
        return new Gradient(code, weightGradient, logitGradient.sum(0));
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }
}
