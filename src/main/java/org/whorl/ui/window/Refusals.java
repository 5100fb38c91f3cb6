package org.whorl.ui.window;

import java.util.Optional;
import javafx.scene.Node;

import org.whorl.ui.control.InSight;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.Problem;
import org.whorl.ui.model.settings.Settings;

/** Says which setting is wrong, and leads to it whoever wants to begin a run all the same. */
final class Refusals {
    private Refusals() {}

    /** Does so from now on. */
    static void watch(RunController runs, Settings settings, LeftSide left, StatusLine status) {
        settings.problemProperty().addListener((o, was, is) -> status.setWrongSetting(is));
        runs.refusedProperty()
                .addListener(o -> settings.problemProperty().get().ifPresent(problem -> lead(problem, left, status)));
    }

    private static void lead(Problem problem, LeftSide left, StatusLine status) {
        status.say(Optional.of("Nothing was begun: first mend " + problem.field()));
        left.unfold();
        Node field = left.lookup("#setting-" + problem.field());
        Node there = field == null ? left.getScene().lookup("#" + problem.field()) : field;
        if (there != null) {
            there.requestFocus();
            InSight.bring(there);
        }
    }
}
