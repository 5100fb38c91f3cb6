package org.whorl.ui.shell;

import java.nio.file.Path;
import java.util.List;

import org.whorl.ui.opening.ModelOpening;
import org.whorl.ui.opening.Origin;

/** Opens files that somebody brings to the window, each kind in the view where it belongs. FX thread only. */
final class Receiving {
    private final Models models;
    private final Views views;
    private final ModelOpening opening;
    private final LessonMenu lessons;

    Receiving(Models models, Views views, ModelOpening opening, LessonMenu lessons) {
        this.models = models;
        this.views = views;
        this.opening = opening;
        this.lessons = lessons;
    }

    /** Opens files or a folder. */
    void open(List<Path> files) {
        switch (Dropped.of(files)) {
            case MODEL -> opening.open(new Origin(Origin.Kind.FILE, files.get(0).toString()));
            case RUN -> openRun(files.get(0));
            case PICTURE -> openPicture(files.get(0));
            case LESSON -> lessons.open(files.get(0));
            case SET -> openSet(files);
        }
    }

    private void openRun(Path folder) {
        views.select(Views.TRAINING);
        opening.open(Origin.run(folder));
    }

    private void openPicture(Path file) {
        views.select(Views.CODES);
        models.codes().open(file);
    }

    private void openSet(List<Path> files) {
        views.select(Views.DATA);
        models.sets().open(files);
    }
}
