package org.whorl.ui.window;

import javafx.beans.Observable;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.whorl.ui.export.Exporter;
import org.whorl.ui.window.state.WindowStateStore;

/** How the window is left: what it looked like is remembered, and files that are being written are waited for. */
final class CloseGuard {
    private final Stage stage;
    private final Presentation presentation;
    private final Exporter exporting;
    private final StatusLine status;
    private final WindowStateStore remembering;
    private boolean closing;

    CloseGuard(
            Stage stage,
            Presentation presentation,
            Exporter exporting,
            StatusLine status,
            WindowStateStore remembering) {
        this.stage = stage;
        this.presentation = presentation;
        this.exporting = exporting;
        this.status = status;
        this.remembering = remembering;
    }

    /** Remembers how the window is whenever one of these has changed. */
    void watch(Observable... changes) {
        remembering.watch(changes);
    }

    /** The window is to close: files that are being written are waited for, unless the user asks twice. */
    void asked(WindowEvent request) {
        exporting.writing().now().filter(file -> !closing).ifPresent(file -> {
            closing = true;
            request.consume();
            // Which has no status line.
            presentation.activeProperty().set(false);
            status.insist("writing " + file + "; the window closes when it is written, or if you close it again");
            exporting.writing().setAfterwards(stage::hide);
        });
    }

    /** Remembers how the window is for the last time. */
    void close() {
        remembering.close();
    }
}
