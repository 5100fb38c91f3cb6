package org.whorl.data;

/** Told how far a long piece of work has come, and asked whether it should go on. Called from the thread that works. */
public interface Progress {
    /** Listens to nothing and never cancels. */
    Progress NONE = (what, done, total) -> true;

    /**
     * Reports.
     *
     * @param what what is being done, in a few words, for people
     * @param done units done so far
     * @param total units in all, or −1 where that is not known
     * @return whether to go on; if not, the work ends with a {@link java.util.concurrent.CancellationException}
     */
    boolean report(String what, long done, long total);
}
