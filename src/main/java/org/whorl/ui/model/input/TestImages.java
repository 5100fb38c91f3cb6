package org.whorl.ui.model.input;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.ui.model.LabState;

/** The test images that may be looked at, the network's own or another set's, and which of them was chosen last. FX thread only. */
final class TestImages {
    private final LabState lab;
    private final Random random = new Random();
    private final ObjectProperty<Optional<TrainTest>> set = new SimpleObjectProperty<>(Optional.empty());
    private int index;
    /** The name of the set that the image was chosen from. */
    private Optional<String> chosenFrom = Optional.empty();

    TestImages(LabState lab) {
        this.lab = lab;
    }

    /** The set whose images are chosen from; empty for those that the network was trained on. */
    ObjectProperty<Optional<TrainTest>> setProperty() {
        return set;
    }

    /** Where there are any; of another set, they may have another shape than the network's. */
    Optional<Dataset> images() {
        return chosenSet()
                .map(TrainTest::test)
                .filter(d -> d.size() > 0
                        && (set.get().isPresent()
                                || d.shape().equals(lab.getShown().spec().input())));
    }

    private Optional<TrainTest> chosenSet() {
        return Optional.ofNullable(lab.getShown()).flatMap(shown -> set.get().or(shown::data));
    }

    /** The one that was chosen last, from 0. */
    int index() {
        return index;
    }

    /** Whether they are of another set than the one that was chosen last. */
    boolean haveChanged() {
        return images().isPresent() && !chosenFrom.equals(chosenSet().map(TrainTest::name));
    }

    /** Chooses one; numbers beyond the ends go round. It has the network's shape. */
    Optional<CodeInput> choose(int newIndex) {
        return images().map(data -> {
            index = Math.floorMod(newIndex, data.size());
            chosenFrom = chosenSet().map(TrainTest::name);
            CodeInput image = CodeInput.of(data, index);
            ImageShape shape = lab.getShown().spec().input();
            return image.shape().equals(shape) ? image : PictureFile.fitted(image, shape);
        });
    }

    /** Any. */
    OptionalInt random() {
        return images().map(data -> OptionalInt.of(random.nextInt(data.size()))).orElse(OptionalInt.empty());
    }

    /** The next one of a class, going round. */
    OptionalInt next(int label) {
        return images().map(data -> next(label, data)).orElse(OptionalInt.empty());
    }

    private OptionalInt next(int label, Dataset data) {
        return IntStream.rangeClosed(1, data.size())
                .map(i -> (index + i) % data.size())
                .filter(at -> data.labels()[at] == label)
                .findFirst();
    }
}
