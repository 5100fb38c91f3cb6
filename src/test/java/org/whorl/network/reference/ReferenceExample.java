package org.whorl.network.reference;

import java.util.SplittableRandom;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.random.NormalNumbers;

/** A network with parameters, images and labels that leave none of its parts idle; every number is a float without rounding. */
record ReferenceExample(
        NetworkSpec spec, ReferenceNetwork network, double[] parameters, INDArray images, int[] labels) {
    static ReferenceExample of(NetworkSpec spec, int batch, long seed) {
        ReferenceNetwork network = new ReferenceNetwork(spec, DataType.DOUBLE);
        SplittableRandom random = new SplittableRandom(seed);
        float[] initial = Parameters.initial(spec, seed).values();
        double[] parameters = new double[initial.length];
        for (ParameterLayout.Entry entry : network.layout().entries()) {
            for (int i = entry.offset(); i < entry.offset() + entry.length(); i++) {
                double around = random.nextDouble() - 0.5;
                parameters[i] = initial[i]
                        * (entry.name().endsWith("/lambda")
                                        || entry.name().endsWith("/gamma")
                                        || entry.name().endsWith("/variance")
                                ? 1 + around
                                : 1);
                if (entry.name().endsWith("/generator")) {
                    // Not at the group's own angle, nor at the identity, where the orbit closes.
                    int rows = entry.shape().get(entry.shape().size() - 1);
                    parameters[i] += around / 2 / Math.sqrt(rows);
                }
                if (entry.name().endsWith("/beta")
                        || entry.name().endsWith("/mean")
                        || entry.name().endsWith("/bias")) {
                    parameters[i] += around;
                }
                parameters[i] = (float) parameters[i];
            }
        }
        double[] pixels = new double[batch * spec.input().size()];
        NormalNumbers normal = new NormalNumbers(random);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) normal.next();
        }
        INDArray images = Nd4j.createFromArray(pixels)
                .reshape(
                        batch,
                        spec.input().channels(),
                        spec.input().height(),
                        spec.input().width());
        int[] labels = random.ints(batch, 0, spec.classes()).toArray();
        return new ReferenceExample(spec, network, parameters, images, labels);
    }

    ReferenceStep step() {
        return network.step(parameters, images, labels);
    }

    /** The parameters with one of them moved. */
    double[] moved(int parameter, double by) {
        double[] moved = parameters.clone();
        moved[parameter] += by;
        return moved;
    }
}
