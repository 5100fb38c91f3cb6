package org.whorl.ui.view.symmetry;

/**
 * Why nothing can be turned.
 *
 * @param title in a few words
 * @param words in a sentence, or what to do about it
 */
record Obstacle(String title, String words) {
    /** There is nothing yet. */
    static Obstacle notYet(String words) {
        return new Obstacle("Nothing to turn yet", words);
    }
}
