package org.whorl.ui.window;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.SavedRun;

/** The name of the network that is shown, for people: “mnist-c4”, “run digits-c6-seed1, training”. Needs no screen. FX thread only. */
final class ShownName {
    private final LabState lab;
    private final RunController runs;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    ShownName(LabState lab, RunController runs) {
        this.lab = lab;
        this.runs = runs;
        lab.shownProperty().addListener(o -> update());
        runs.activeProperty().addListener(o -> update());
        runs.changesProperty().addListener(o -> update());
    }

    private void update() {
        if (lab.getShown() == null) {
            return;
        }
        Optional<String> title = Optional.of(lab.getShown().title());
        // A run that is still being prepared has no network to show.
        boolean now = runs.shown().isInWindow() && runs.name().equals(title);
        boolean kept = runs.shown().kept().map(SavedRun::name).equals(title);
        String next = (now || kept ? "run " : "") + title.get() + (now && runs.isActive() ? ", training" : "");
        // Networks come many times a second, and the window's manager is told of every name.
        if (!next.equals(words.get())) {
            words.set(next);
        }
    }

    /** Empty before there is a network. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
