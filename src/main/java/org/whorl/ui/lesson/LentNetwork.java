package org.whorl.ui.lesson;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;

/**
 * The network that those of a lesson take the place of, so that it can be shown again: the one of before, or of a run that the user has
 * begun meanwhile. FX thread only.
 */
final class LentNetwork {
    private final ModelOpener opening;
    private final Set<ModelSource> lessons = new HashSet<>();
    private Optional<ModelOpener.Seen> before = Optional.empty();
    private boolean coming;

    LentNetwork(ModelOpener opening) {
        this.opening = opening;
    }

    /** Whether this model is what is shown, and no other is being read. */
    boolean shows(String model) {
        return !coming && opening.isShowing(source(model));
    }

    /** Shows a model that comes with Whorl, with its settings. */
    void open(String model, Runnable then, Consumer<String> failed) {
        if (!coming && !isLessons()) {
            before = Optional.of(opening.seen());
        }
        lessons.add(source(model));
        coming = true;
        opening.openWithSettings(
                source(model),
                () -> {
                    coming = false;
                    then.run();
                },
                problem -> {
                    coming = false;
                    failed.accept(problem);
                });
    }

    /** Shows again what was shown, unless the user has opened or trained another since. */
    void giveBack() {
        if (coming || isLessons()) {
            before.ifPresent(opening::showAgain);
        }
        coming = false;
    }

    /** All of the lesson is left. */
    void end() {
        giveBack();
        before = Optional.empty();
        lessons.clear();
    }

    private boolean isLessons() {
        return lessons.stream().anyMatch(opening::isShowing);
    }

    private static ModelSource source(String model) {
        return new ModelSource(ModelSource.Kind.GALLERY, model);
    }
}
