package org.whorl;

import org.whorl.cli.Commands;
import org.whorl.data.natives.NativeFolder;
import org.whorl.data.natives.PackedLibraries;
import org.whorl.kernel.Kernels;
import org.whorl.ui.WhorlApplication;

/** Starts Whorl: the window without arguments, otherwise a command. */
public final class Whorl {
    private Whorl() {}

    public static void main(String[] arguments) {
        // What the lock of a run's folder says of who holds it.
        System.setProperty("whorl.owner", arguments.length == 0 ? "the window" : "whorl " + arguments[0]);
        NativeFolder.use(words -> System.err.println("whorl: " + words));
        if (ModuleLayer.boot().findModule(Kernels.VECTOR_MODULE).isEmpty()) {
            // Then ND4J computes everything.
            PackedLibraries.ready();
        }
        if (arguments.length == 0) {
            System.exit(WhorlApplication.open(System.err));
        }
        // Pictures are drawn without a screen, also where there is one.
        System.setProperty("java.awt.headless", "true");
        System.exit(Commands.run(arguments));
    }
}
