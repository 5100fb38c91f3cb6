package org.whorl.ui.model;

import java.util.Optional;

import org.whorl.group.FiniteGroup;
import org.whorl.insight.OtherGroup;
import org.whorl.network.Parameters;

/** Base filters in the orbits of a group that they were not learned for, kept for as long as both stay the same. FX thread only. */
final class GroupTrial {
    private Parameters from;
    private FiniteGroup group;
    private Parameters regrouped;

    /**
     * The regrouped filters.
     *
     * @param learned null for none
     * @param tried empty for none
     */
    Optional<Parameters> of(Parameters learned, Optional<FiniteGroup> tried) {
        if (learned == null || tried.isEmpty()) {
            from = null;
            regrouped = null;
            return Optional.empty();
        }
        if (learned != from || !tried.get().equals(group)) {
            from = learned;
            group = tried.get();
            regrouped = OtherGroup.of(learned, group);
        }
        return Optional.of(regrouped);
    }
}
