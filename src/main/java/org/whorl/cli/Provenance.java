package org.whorl.cli;

import java.util.Map;
import java.util.OptionalLong;

import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.set.SetName;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.network.Model;

/**
 * What a model's file says of how it was trained, as far as tests go by it.
 *
 * @param data the data set; empty where the file does not say
 * @param seed of splits and turns; empty where the file does not say
 * @param whitening whose statistics test images were prepared by
 */
record Provenance(String data, OptionalLong seed, Whitening whitening) {
    private static final long DEFAULT_SEED = 1;

    static Provenance of(Model model) {
        Map<?, ?> training = model.provenance().get("training") instanceof Map<?, ?> settings ? settings : Map.of();
        Object data = model.provenance().get("data");
        return new Provenance(
                data == null ? "" : data.toString(),
                training.get("seed") instanceof Number seed ? OptionalLong.of(seed.longValue()) : OptionalLong.empty(),
                Whitening.EACH.name().equals(training.get("whitening")) ? Whitening.EACH : Whitening.TRAIN);
    }

    /**
     * The seed by which a data set is split and turned: the one that was asked for, or else the training's, where the set is the
     * model's own and parted by its seed, so that its test images are those that the model has not seen.
     *
     * @param wanted null for none
     */
    long seedFor(String set, Long wanted) {
        return wanted != null ? wanted : isOwnSplit(set) ? seed.getAsLong() : DEFAULT_SEED;
    }

    /** Whether test images by this seed may be among those that the model was trained on. */
    boolean maySeeAgain(String set, long otherSeed) {
        return isOwnSplit(set) && otherSeed != seed.getAsLong();
    }

    private boolean isOwnSplit(String set) {
        return seed.isPresent() && set.equals(data) && SetName.parse(set).dependsOnSeed();
    }

    /** How test images are prepared: by what the model carries, or each set by itself where it was trained so. */
    Preparation forTesting(Model model, Dataset images, Progress progress) throws DataException {
        return whitening == Whitening.EACH
                ? Preparation.fit(images, whitening, model.preparation().epsilon(), progress)
                : model.preparation();
    }
}
