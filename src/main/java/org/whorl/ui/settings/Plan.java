package org.whorl.ui.settings;

import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;

/** Everything that decides a run. */
public record Plan(DataChoice data, NetworkSpec network, TrainingSettings training) {}
