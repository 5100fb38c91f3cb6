package org.whorl.ui.model.run;

/**
 * What can be done about the run that is shown, or the next one.
 *
 * @param id tells it from the others
 * @param words of its button
 * @param help in a sentence
 * @param action does it
 */
public record RunOffer(String id, String words, String help, Runnable action) {}
