package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.List;

import org.whorl.ui.lesson.LessonMenu;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;

/** Opens files that the user brings to the window, each kind in the view where it belongs. FX thread only. */
final class FileOpener {
    private final Models models;
    private final Views views;
    private final ModelOpener opening;
    private final LessonMenu lessons;

    FileOpener(Models models, Views views, ModelOpener opening, LessonMenu lessons) {
        this.models = models;
        this.views = views;
        this.opening = opening;
        this.lessons = lessons;
    }

    /** Opens files or a folder. */
    void open(List<Path> files) {
        switch (FileKind.of(files)) {
            case MODEL ->
                opening.open(new ModelSource(ModelSource.Kind.FILE, files.get(0).toString()));
            case RUN -> openRun(files.get(0));
            case PICTURE -> openPicture(files.get(0));
            case LESSON -> lessons.open(files.get(0));
            case SET -> openSet(files);
        }
    }

    private void openRun(Path folder) {
        views.select(Views.TRAINING);
        opening.open(ModelSource.run(folder));
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
