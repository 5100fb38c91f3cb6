package org.whorl.network;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

import org.whorl.data.whitening.Preparation;

/**
 * A network with its parameters, what prepares its inputs, and where it came from.
 *
 * @param parameters the numbers, and with them the specification
 * @param preparation what is done to an image first
 * @param classNames a name for every class
 * @param provenance seed, data set and its checksum, epochs, accuracy, version, JDK, OS …: plain values for the file's spec.json
 */
public record Model(
        Parameters parameters, Preparation preparation, List<String> classNames, Map<String, Object> provenance) {
    public Model {
        classNames = List.copyOf(classNames);
        provenance = Map.copyOf(provenance);
    }

    public NetworkSpec spec() {
        return parameters.spec();
    }

    /** A number that other parameters do not have but by accident, in hexadecimal. */
    public String fingerprint() {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * parameters.values().length);
        bytes.asFloatBuffer().put(parameters.values());
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }
}
