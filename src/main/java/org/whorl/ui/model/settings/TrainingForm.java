package org.whorl.ui.model.settings;

import java.security.SecureRandom;
import java.util.Set;

import org.whorl.training.TrainingSettings;

/** The fields of {@link TrainingSettings}. */
public final class TrainingForm extends SettingsForm<TrainingSettings> {
    private static final int SEEDS = 10_000;

    private final SecureRandom seeds = new SecureRandom();

    /** {@link TrainingSettings#DEFAULT}, on as many threads as this machine has processors, at most 8. */
    public TrainingForm() {
        super(TrainingSettings.ALL, Set.of());
        set(TrainingSettings.DEFAULT);
        int processors = Runtime.getRuntime().availableProcessors();
        text(TrainingSettings.THREADS).set(Integer.toString(Math.max(1, Math.min(8, processors))));
    }

    /** Sets a new seed. */
    public void drawSeed() {
        text(TrainingSettings.SEED).set(Integer.toString(1 + seeds.nextInt(SEEDS)));
    }
}
