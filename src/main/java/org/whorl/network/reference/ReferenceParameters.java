package org.whorl.network.reference;

import java.util.Arrays;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;

/** Arrays out of a flat vector, and into one. */
final class ReferenceParameters {
    private final NetworkSpec spec;
    private final DataType type;
    private final ParameterLayout layout;

    ReferenceParameters(NetworkSpec spec, DataType type) {
        this.spec = spec;
        this.type = type;
        layout = Parameters.blank(spec).layout();
    }

    ParameterLayout layout() {
        return layout;
    }

    /** The filters that share a threshold and a norm. */
    static int turns(NetworkSpec spec) {
        return spec.sharing() == Sharing.ORBIT ? spec.group().order() : 1;
    }

    INDArray read(double[] vector, String name) {
        return read(vector, layout.entry(name));
    }

    INDArray read(double[] vector, ParameterLayout.Entry entry) {
        double[] values = Arrays.copyOfRange(vector, entry.offset(), entry.end());
        return Nd4j.createFromArray(values)
                .castTo(type)
                .reshape(entry.shape().stream().mapToLong(d -> d).toArray());
    }

    void write(INDArray array, double[] into, String name) {
        ParameterLayout.Entry entry = layout.entry(name);
        double[] values = array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
        System.arraycopy(values, 0, into, entry.offset(), entry.length());
    }

    /** λ of a layer for each filter, [1, K, 1, 1]. */
    INDArray lambda(double[] vector, int layer) {
        INDArray perChannel = read(vector, "layer" + layer + "/lambda");
        return Nd4j.tile(perChannel.reshape(1, spec.channels()), 1, turns(spec)).reshape(1, spec.filters(), 1, 1);
    }
}
