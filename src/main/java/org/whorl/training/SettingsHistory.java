package org.whorl.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a run and how they were changed while it went on: with it the run can be repeated to the same bits. Immutable.
 *
 * @param first what it was begun with
 * @param changes in the order of their steps, at most one a step
 */
public record SettingsHistory(LiveSettings first, List<SettingsChange> changes) {
    public SettingsHistory {
        changes = List.copyOf(changes);
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).step() <= changes.get(i - 1).step()) {
                throw new IllegalArgumentException("changes: expected steps that grow, found "
                        + changes.get(i - 1).step() + " before "
                        + changes.get(i).step());
            }
        }
    }

    /** The settings of the step that comes after so many. */
    public LiveSettings after(int steps) {
        LiveSettings found = first;
        for (SettingsChange change : changes) {
            if (change.step() <= steps) {
                found = change.settings();
            }
        }
        return found;
    }

    /** The same with a change after so many steps; it takes the place of whatever was to be changed then or later. */
    public SettingsHistory with(int steps, LiveSettings settings) {
        List<SettingsChange> kept =
                new ArrayList<>(changes.stream().filter(c -> c.step() < steps).toList());
        if (!new SettingsHistory(first, kept).after(steps).equals(settings)) {
            kept.add(new SettingsChange(steps, settings));
        }
        return new SettingsHistory(first, kept);
    }

    /** What a change brought, for people: “learning rate 0.003”. */
    public String describe(SettingsChange change) {
        return change.settings().changedFrom(change.step() == 0 ? first : after(change.step() - 1));
    }
}
