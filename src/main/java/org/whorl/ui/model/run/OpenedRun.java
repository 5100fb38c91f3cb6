package org.whorl.ui.model.run;

import java.util.Optional;

import org.whorl.ui.model.settings.RunSettings;

/**
 * A kept run that is shown in place of the window's own.
 *
 * @param kept the run
 * @param plan that it was begun with; empty where its folder does not say
 */
record OpenedRun(SavedRun kept, Optional<RunSettings> plan) {}
