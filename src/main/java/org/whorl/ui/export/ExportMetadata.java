package org.whorl.ui.export;

import java.util.LinkedHashMap;
import java.util.Map;

import org.whorl.figure.About;
import org.whorl.ui.model.ShownNetwork;

/** What an exported picture says of where it came from. */
public final class ExportMetadata {
    private ExportMetadata() {}

    /** Program, network, data, seed and settings, by keyword. */
    public static Map<String, String> of(ShownNetwork shown) {
        Map<String, Object> origin = new LinkedHashMap<>(shown.provenance());
        shown.data().ifPresent(data -> {
            origin.putIfAbsent("data", data.name());
            origin.putIfAbsent("dataChecksum", data.checksum());
        });
        return About.of(shown.title(), shown.spec(), origin);
    }
}
