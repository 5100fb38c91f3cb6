package org.whorl.insight;

import java.util.List;
import java.util.stream.IntStream;

import org.whorl.network.Trace;

/** How sparse the codes are. */
public final class ActiveFractions {
    private ActiveFractions() {}

    /** The share of non-zeros in each layer's code, 0 to 1, mean over images of one network; empty without images. */
    public static List<Double> of(List<Trace> traces) {
        int layers = traces.isEmpty() ? 0 : traces.get(0).layers().size();
        return IntStream.range(0, layers)
                .mapToObj(layer -> traces.stream()
                        .mapToDouble(trace -> trace.layers().get(layer).activeFraction())
                        .average()
                        .orElseThrow())
                .toList();
    }
}
