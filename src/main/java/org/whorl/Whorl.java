package org.whorl;

import org.whorl.ui.WhorlApplication;

/** Starts Whorl. */
public final class Whorl {
    private Whorl() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            System.exit(WhorlApplication.open(System.err));
        }
    }
}
