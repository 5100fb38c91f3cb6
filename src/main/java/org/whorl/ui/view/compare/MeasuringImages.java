package org.whorl.ui.view.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.SetName;
import org.whorl.insight.ClassAgreement;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.settings.DataChoice;

/**
 * The test images that networks are measured with: of the set that most of them name the classes of, and of these the one that most were
 * trained on. FX thread only.
 */
final class MeasuringImages {
    /** As many of them as are classified. */
    static final int MOST = 400;

    /**
     * A set to measure with.
     *
     * @param set its name
     * @param shape of its images
     * @param classes their names, in order
     * @param count of its test images
     * @param here its test images where they are in memory
     */
    record Offer(String set, ImageShape shape, List<String> classes, int count, Optional<Dataset> here) {
        /** The images of a set. */
        static Offer of(String set, Dataset test, int count) {
            return new Offer(set, test.shape(), test.classNames(), count, Optional.of(test));
        }

        /** Why a network cannot be measured with them, in a few words; empty where it can. */
        Optional<String> obstacle(Contender contender) {
            if (!contender.spec().objective().classifies()) {
                return Optional.of("names no classes");
            }
            if (!contender.spec().input().equals(shape)) {
                return Optional.of("takes " + contender.spec().input());
            }
            return ClassAgreement.difference(contender.model().classNames(), classes);
        }

        private boolean isSquare() {
            return shape.height() == shape.width();
        }
    }

    private final LabState lab;
    private final Contenders contenders;
    private final SelectedDataset reader;
    private final Supplier<List<DatasetInfo>> sets;
    private final Map<String, Offer> read = new HashMap<>();
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private AtomicBoolean wanted = new AtomicBoolean();

    /**
     * @param reader reads sets
     * @param sets those that have names
     */
    MeasuringImages(LabState lab, Contenders contenders, SelectedDataset reader, Supplier<List<DatasetInfo>> sets) {
        this.lab = lab;
        this.contenders = contenders;
        this.reader = reader;
        this.sets = sets;
    }

    /** The set that most of the networks can be measured with; empty where none can be. */
    Optional<Offer> best() {
        Comparator<Offer> bySuited = Comparator.comparingLong(this::suited).thenComparingLong(this::trainedOnIt);
        return offers().stream()
                .filter(Offer::isSquare)
                .filter(offer -> suited(offer) > 0)
                .reduce((first, next) -> bySuited.compare(next, first) > 0 ? next : first);
    }

    private long suited(Offer offer) {
        return contenders.all().stream()
                .filter(c -> offer.obstacle(c).isEmpty())
                .count();
    }

    /** Of other people's digits a network knows fewer, which is not what one wants to compare. */
    private long trainedOnIt(Offer offer) {
        return contenders.all().stream()
                .flatMap(c -> c.said("data").stream())
                .filter(name -> upright(name).equals(upright(offer.set())))
                .count();
    }

    private static String upright(String name) {
        return SetName.parse(name).upright().toString();
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        Optional.ofNullable(lab.getShown())
                .flatMap(shown -> shown.data())
                .filter(data -> data.test().size() > 0)
                .ifPresent(data -> offers.add(
                        Offer.of(data.name(), data.test(), data.test().size())));
        for (Contender contender : contenders.all()) {
            // Images that are turned at random already would tell nothing of an angle.
            contender
                    .said("data")
                    .map(MeasuringImages::upright)
                    .flatMap(this::available)
                    .map(info -> new Offer(
                            info.name(),
                            contender.spec().input(),
                            contender.model().classNames(),
                            info.test(),
                            Optional.empty()))
                    .ifPresent(offers::add);
        }
        available(DataChoice.DIGITS.name())
                .map(info ->
                        new Offer(info.name(), info.shape(), Datasets.DIGIT_CLASSES, info.test(), Optional.empty()))
                .ifPresent(offers::add);
        // Once they are read, by what they are and not by what was expected of them.
        offers.replaceAll(offer -> offer.here().isPresent() ? offer : read.getOrDefault(offer.set(), offer));
        return offers;
    }

    private Optional<DatasetInfo> available(String name) {
        return sets.get().stream()
                .filter(info -> info.name().equals(name) && info.available())
                .findFirst();
    }

    /** Reads the images of an offer, where they are not here yet, and then does what follows. */
    void read(Offer offer, Runnable then) {
        cancel();
        problem.set("");
        if (offer.here().isPresent()) {
            then.run();
            return;
        }
        AtomicBoolean mine = new AtomicBoolean(true);
        wanted = mine;
        reading.set("reading " + offer.set() + " …");
        reader.load(
                new DataChoice(offer.set(), Optional.empty()),
                mine,
                (words, share) -> {
                    if (mine.get()) {
                        reading.set(words);
                    }
                },
                (data, why) -> {
                    if (!mine.getAndSet(false)) {
                        return;
                    }
                    reading.set("");
                    if (data == null) {
                        problem.set(why);
                    } else {
                        // The others are let go: a whole set would stay in memory for a few of its images.
                        Dataset few = data.test().first(MOST);
                        read.put(
                                offer.set(),
                                Offer.of(offer.set(), few, data.test().size()));
                        then.run();
                    }
                });
    }

    /** Stops reading. */
    void cancel() {
        wanted.set(false);
        reading.set("");
    }

    /** What is being read; empty where nothing is. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why images could not be read; empty where they could. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
