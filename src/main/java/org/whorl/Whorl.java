package org.whorl;

/** Starts Whorl. */
public final class Whorl {
    private Whorl() {}

    public static void main(String[] args) {
        System.out.println("whorl");
    }
}
