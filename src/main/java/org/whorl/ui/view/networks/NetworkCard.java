package org.whorl.ui.view.networks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;

import org.whorl.ui.model.run.ModelSource;

/**
 * What is said of a run or a model at a glance.
 *
 * @param source where it is
 * @param given the name that a user gave it
 * @param changed when it was last written; empty for what comes with Whorl
 * @param network what is known of the network; empty where it cannot be read
 * @param picture the orbit of its clearest filter; empty where it cannot be read
 * @param problem in one line why it cannot be read; empty where it can
 * @param stamp of its files: another one means that they are to be read again
 */
record NetworkCard(
        ModelSource source,
        Optional<String> given,
        Optional<Instant> changed,
        Optional<NetworkFacts> network,
        Optional<Image> picture,
        String problem,
        long stamp) {
    /** Whether a user made it here, and it did not come with Whorl. */
    boolean isOwn() {
        return source.kind() != ModelSource.Kind.GALLERY;
    }

    /** The name that it was given, or else its folder's. */
    String title() {
        return given.orElse(source.name());
    }

    /** Whether it can be opened. */
    boolean isWhole() {
        return network.isPresent();
    }

    /** Whether every word is somewhere in what is said of it; all letters are small. */
    boolean says(List<String> words) {
        String all = (title() + " " + source.name() + " " + (isOwn() ? "run " : "model ")
                        + network.map(NetworkFacts::words).orElse("")
                        + " " + problem)
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    /** For a screen reader. */
    String words() {
        return title() + ", " + (isOwn() ? "run" : "model that comes with Whorl") + ", "
                + network.map(NetworkFacts::words).orElse("cannot be opened: " + problem);
    }

    NetworkCard with(Optional<String> newName) {
        return new NetworkCard(source, newName, changed, network, picture, problem, stamp);
    }
}
