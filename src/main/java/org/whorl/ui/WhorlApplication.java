package org.whorl.ui;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.whorl.ui.model.run.Folders;
import org.whorl.ui.task.BackgroundJob;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.window.AppIcon;
import org.whorl.ui.window.LabWindow;

/** Opens the desktop app. Does not extend {@link Application}, so that JavaFX may lie on the class path. */
public final class WhorlApplication {
    private static Prelude prelude;

    private WhorlApplication() {}

    /** What JavaFX starts. */
    public static final class Start extends Application {
        private LabWindow window;

        @Override
        public void start(Stage stage) {
            Stylesheets.loadFonts();
            prelude.end();
            window = new LabWindow(stage, Folders.ofThisUser());
            // By a signal, or when the user logs out, the process ends without closing the window.
            Runtime.getRuntime().addShutdownHook(new Thread(window.runs()::close, "whorl-interruption"));
            Thread.setDefaultUncaughtExceptionHandler(this::say);
            window.open();
            Platform.runLater(() -> stage.getIcons().setAll(AppIcon.images()));
        }

        /** What no one else has caught is said where it is seen. */
        private void say(Thread thread, Throwable problem) {
            if (problem instanceof OutOfMemoryError) {
                // A trace would say where memory ran out, not why.
                System.err.println("whorl: " + BackgroundJob.problem(problem));
            } else {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                problem.printStackTrace();
            }
            Platform.runLater(() -> window.complain(BackgroundJob.problem(problem)));
        }

        @Override
        public void stop() {
            if (window != null) {
                window.close();
            }
        }
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @param err where to say, in one line, why it cannot be opened
     * @return the exit code: 0, or 1 where it cannot be opened
     */
    public static int open(PrintStream err) {
        Optional<String> missing = missingDisplay(System.getProperty("os.name", ""), System.getenv());
        if (missing.isPresent() && System.getProperty("glass.platform") == null) {
            err.println("whorl: " + missing.get());
            return 1;
        }
        // Charts measure text with AWT, which must not look for a screen of its own beside JavaFX's.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        prelude = Prelude.begin();
        try {
            Application.launch(Start.class);
            return 0;
        } catch (RuntimeException | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            err.println("whorl: the window could not be opened: " + cause.getMessage()
                    + "; see whorl --help for what works without one");
            return 1;
        }
    }

    /** Why there can be no window; empty where nothing speaks against it. */
    static Optional<String> missingDisplay(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean needsDisplay = !name.contains("win") && !name.contains("mac");
        boolean has = !environment.getOrDefault("DISPLAY", "").isBlank();
        return needsDisplay && !has
                ? Optional.of(
                        "found no display for the window: set DISPLAY, start it from a desktop or with xvfb-run, or use"
                                + " a command, see whorl --help")
                : Optional.empty();
    }
}
