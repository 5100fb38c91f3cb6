package org.whorl.training;

/**
 * Settings that were changed while a run went on.
 *
 * @param step the steps that were done before; the next one was made with the new settings
 * @param settings all of them as they were from then on
 */
public record SettingsChange(int step, LiveSettings settings) {}
