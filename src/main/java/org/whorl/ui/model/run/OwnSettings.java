package org.whorl.ui.model.run;

import java.util.Optional;
import java.util.function.Predicate;

import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.settings.RunSettings;

/**
 * Sets the left side to what a model that is opened was trained with, so that it does not speak of other data and another dial than are
 * shown; what the user has set by hand stays. FX thread only.
 */
final class OwnSettings {
    private final PendingSettings settings;
    private final Predicate<String> lacking;

    /**
     * @param lacking whether a set's images are not on this machine: nothing could be trained with its settings
     */
    OwnSettings(PendingSettings settings, Predicate<String> lacking) {
        this.settings = settings;
        this.lacking = lacking;
    }

    /**
     * Sets the settings of a network.
     *
     * @param always also where the user has set others by hand; these can be brought back
     * @return what came of it, for people, after “Showing model digits-c6”; empty where nothing did
     */
    String take(ShownNetwork network, boolean always) {
        Optional<RunSettings> told = ToldSettings.of(network.spec(), network.provenance(), settings.now());
        if (told.isEmpty() || told.get().equals(settings.now())) {
            return "";
        }
        if (!always && settings.areByHand()) {
            return "; your own settings stay";
        }
        String set = told.get().data().name();
        if (lacking.test(set)) {
            return "; the settings stay, since " + set + " is not on this machine";
        }
        settings.replaceBy(told.get());
        return "; the settings are its own now (Ctrl+Z: the ones before)";
    }
}
