package org.whorl.ui.window.state;

import java.io.IOException;
import java.nio.file.Path;

/** How a window was left, for tests that open it again. */
public final class WindowStates {
    private WindowStates() {}

    public static void write(Path file, WindowState state) throws IOException {
        state.write(file);
    }
}
