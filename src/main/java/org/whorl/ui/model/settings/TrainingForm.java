package org.whorl.ui.model.settings;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.whorl.network.NetworkSpec;
import org.whorl.setting.Setting;
import org.whorl.training.AngleDefaults;
import org.whorl.training.TrainingSettings;

/** The fields of {@link TrainingSettings}. */
public final class TrainingForm extends SettingsForm<TrainingSettings> {
    private static final int SEEDS = 10_000;

    private static final List<Setting<TrainingSettings, ?>> RATES =
            List.of(TrainingSettings.LEARNING_RATE, TrainingSettings.ANGLE_RATE);

    /** What stood in a field before the usual rate did, and that. */
    private record Replaced(String before, String usual) {}

    private final SecureRandom seeds = new SecureRandom();
    private final Map<Setting<TrainingSettings, ?>, Replaced> replaced = new HashMap<>();

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

    /** The rates at which a generator is usually learned by reconstruction. */
    void useRatesFor(NetworkSpec learning) {
        TrainingSettings usual = AngleDefaults.in(getValue(), learning, option -> false);
        for (Setting<TrainingSettings, ?> rate : RATES) {
            String before = text(rate).get();
            show(rate, usual);
            replaced.put(rate, new Replaced(before, text(rate).get()));
        }
    }

    /** The rates of before, where they were not changed since. */
    void giveRatesBack() {
        replaced.forEach((rate, texts) -> {
            if (text(rate).get().equals(texts.usual())) {
                text(rate).set(texts.before());
            }
        });
        replaced.clear();
    }
}
