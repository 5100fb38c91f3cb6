package org.whorl.file;

/** How much of Java's memory one reader may ask for: bounds that do for every file also hold where there is little memory. */
public final class Memory {
    private Memory() {}

    /**
     * A bound in bytes.
     *
     * @param most what is enough for any good file
     * @param share of how many equal parts of the heap it is one
     * @return {@code most}, or less where a part is smaller
     */
    public static long atMost(long most, int share) {
        return Math.min(most, Runtime.getRuntime().maxMemory() / share);
    }
}
