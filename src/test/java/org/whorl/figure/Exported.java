package org.whorl.figure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/** What the tests export that other programs read back. */
final class Exported {
    static final Parameters R90 =
            Parameters.initial(NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4)), 1);
    static final double DPI = 200;
    static final String CAPTION = "Ränder & <Ecken>, \"λ\" = ½ (links)";

    static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>(About.of(
                "mnist-c4",
                R90.spec(),
                Map.of("data", "mnist", "dataChecksum", "abc", "training", Map.of("seed", 7, "epochs", 3))));
        about.put("Caption", CAPTION);
        return about;
    }

    static FigureOptions options() {
        return FigureOptions.centimetres(12, DPI).with(about());
    }

    private Exported() {}
}
