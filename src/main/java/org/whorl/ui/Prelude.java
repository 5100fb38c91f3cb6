package org.whorl.ui;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;

import org.whorl.figure.CurvePlot;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.view.paper.TableChoice;

/**
 * What the window needs besides JavaFX, loaded while JavaFX starts: the readers of JSON, the catalogues of settings, plots and their
 * letters. The window waits for its end, so that no two threads initialise classes of the same kind.
 */
final class Prelude {
    private final Thread thread = new Thread(Prelude::load, "whorl-prelude");

    private Prelude() {}

    /** Begins, beside what comes next. */
    static Prelude begin() {
        Prelude prelude = new Prelude();
        prelude.thread.setDaemon(true);
        // What goes wrong here is met again, and said, where it is needed.
        prelude.thread.setUncaughtExceptionHandler((thread, problem) -> {});
        prelude.thread.start();
        return prelude;
    }

    private static void load() {
        Stylesheets.registerFonts();
        try {
            Experiments.builtIn();
        } catch (IOException e) {
            // Said by the window, which reads them again.
            return;
        }
        TableChoice.all();
        Font font = new Font(Font.DIALOG, Font.PLAIN, 12);
        font.getStringBounds("0", new FontRenderContext(new AffineTransform(), true, true));
        new CurvePlot(false, font);
    }

    /** Waits until all is loaded. */
    void end() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
