package org.whorl.ui.picture;

import java.util.LinkedHashMap;
import java.util.Map;

import org.whorl.ui.lab.Shown;

/** What an exported picture says of where it came from. */
public final class Provenance {
    private Provenance() {}

    /** Program, network, data and settings, by keyword. */
    public static Map<String, String> of(Shown shown) {
        Map<String, String> about = new LinkedHashMap<>();
        String version = Provenance.class.getPackage().getImplementationVersion();
        about.put("Software", version == null ? "Whorl" : "Whorl " + version);
        about.put("Network", shown.title());
        shown.data().ifPresent(data -> about.put("Data", data.name() + ", SHA-256 " + data.checksum()));
        about.put("Settings", shown.spec().toString());
        return about;
    }
}
