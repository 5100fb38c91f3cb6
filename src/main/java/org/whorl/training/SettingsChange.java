package org.whorl.training;

/**
 * Settings that were changed while a run went on.
 *
 * @param step the steps that were done before; the next one was made with the new settings
 * @param settings all of them as they were from then on
 */
public record SettingsChange(int step, LiveSettings settings) {
    public SettingsChange {
        if (step < 0 || settings == null) {
            throw new IllegalArgumentException("changes: expected settings and a step of at least 0, found "
                    + (settings == null ? "no settings" : "step " + step));
        }
    }
}
