package org.whorl.cli;

import java.util.Optional;

import org.whorl.data.Dataset;
import org.whorl.data.set.SetName;
import org.whorl.insight.ClassAgreement;
import org.whorl.network.Model;

/** Images whose classes are not those that a model names: what is measured with them is no accuracy, and is said to be none. */
final class OtherClasses {
    /** The key of a report under which the difference stands. */
    static final String KEY = "other_classes";

    private OtherClasses() {}

    /**
     * How the images' classes differ from those that the model names, for people; empty where they do not, or where it names none.
     *
     * @param set the name of the images' set; empty for files that were named one by one. Files that only number their classes may mean
     *     the model's
     */
    static Optional<String> of(Model model, Dataset images, Optional<String> set) {
        boolean files = set.isEmpty() || SetName.parse(set.get()).upright() instanceof SetName.Idx;
        boolean numbered = files && ClassAgreement.areNumbers(images.classNames());
        return model.spec().objective().classifies() && !numbered
                ? ClassAgreement.difference(model.classNames(), images.classNames())
                : Optional.empty();
    }
}
