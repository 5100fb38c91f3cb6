package org.whorl.ui.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Preparation;
import org.whorl.insight.ClassAgreement;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/**
 * The network that all views show: a model from a file, or a run as it was a moment ago. The parameters are not to be changed.
 *
 * @param title for people: “rot-digits, C4”
 * @param parameters the numbers, and with them the specification
 * @param preparation what is done to an image before the network sees it
 * @param classNames a name for every class
 * @param data images of the kind it was trained on, where loaded
 * @param provenance where it came from, as a model's file says: data, seed, settings of training; empty where the file does not say
 * @param version grows with every change, so that views can tell whether they are up to date
 */
public record ShownNetwork(
        String title,
        Parameters parameters,
        Preparation preparation,
        List<String> classNames,
        Optional<TrainTest> data,
        Map<String, Object> provenance,
        long version) {
    public ShownNetwork {
        provenance = Map.copyOf(provenance);
    }

    /** Whose origin is not known. */
    public ShownNetwork(
            String title,
            Parameters parameters,
            Preparation preparation,
            List<String> classNames,
            Optional<TrainTest> data,
            long version) {
        this(title, parameters, preparation, classNames, data, Map.of(), version);
    }

    public NetworkSpec spec() {
        return parameters.spec();
    }

    /** Whether its head has learned to name classes: an autoencoder's has not, and its scores mean nothing. */
    public boolean namesClasses() {
        return spec().objective().classifies();
    }

    /** The name of the set that it was trained on; empty where the file does not say. */
    public Optional<String> trainedOn() {
        return Optional.ofNullable(provenance.get("data")).map(String::valueOf);
    }

    /** The name of the set that its images are from, where that is known to be another than it was trained on. */
    public Optional<String> otherImages() {
        return data.map(TrainTest::name)
                .filter(name -> trainedOn().filter(own -> !own.equals(name)).isPresent());
    }

    /** How the classes of its images differ from those that it names, so that its answers are neither right nor wrong; empty where they do not. */
    public Optional<String> otherClasses() {
        return data.filter(images -> namesClasses())
                .flatMap(images ->
                        ClassAgreement.difference(classNames, images.test().classNames()));
    }

    /** The same as a later version. */
    public ShownNetwork withVersion(long later) {
        return new ShownNetwork(title, parameters, preparation, classNames, data, provenance, later);
    }

    /** The same with the images it was trained on. */
    public ShownNetwork withData(TrainTest loaded, long later) {
        return new ShownNetwork(title, parameters, preparation, classNames, Optional.of(loaded), provenance, later);
    }
}
