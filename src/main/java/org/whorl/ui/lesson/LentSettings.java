package org.whorl.ui.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.RunSettings;

/**
 * The settings that steps of a lesson take the place of, so that going back and ending it bring them back: not where the user has changed
 * the lesson's, or trains with them, since these are the user's then. FX thread only.
 */
final class LentSettings {
    private final RunController runs;
    private final Deque<RunSettings> before = new ArrayDeque<>();

    LentSettings(RunController runs) {
        this.runs = runs;
    }

    /** A step is entered, which may set others. */
    void enter() {
        before.push(runs.changed().now());
    }

    /** The step that was entered last is left backwards. */
    void leave() {
        Optional.ofNullable(before.poll()).ifPresent(this::giveBack);
    }

    /** All of them are left. */
    void end() {
        Optional.ofNullable(before.peekLast()).ifPresent(this::giveBack);
        before.clear();
    }

    private void giveBack(RunSettings once) {
        RunSettings now = runs.changed().now();
        boolean trained = runs.shown().isInWindow() && runs.plan().equals(Optional.of(now));
        if (!now.equals(once) && !runs.changed().areByHand() && !trained) {
            runs.changed().giveBack(once);
        }
    }
}
