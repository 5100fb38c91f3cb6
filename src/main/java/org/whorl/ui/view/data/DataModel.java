package org.whorl.ui.view.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.task.BackgroundJob;

/** What is shown of the chosen set: which part, which samples, how far turned, and its numbers. Needs no screen. FX thread only. */
final class DataModel {
    /** More classes than these are shown in turn. */
    static final int MOST_ROWS = 10;

    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TRAIN);
    private final DoubleProperty degrees = new SimpleDoubleProperty();
    private final BooleanProperty random = new SimpleBooleanProperty();
    private final IntegerProperty firstClass = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<TrainTest>> data = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SetFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SampleOrder> order = new ReadOnlyObjectWrapper<>(new SampleOrder(new int[0][]));
    private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper();
    private final Map<Part, SetFacts> known = new HashMap<>();
    private final Random shuffles = new Random();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BackgroundJob<SetFacts> counting;
    private int columns = 1;

    DataModel(SelectedDataset chosen, Executor fx) {
        counting = new BackgroundJob<>("whorl-facts", fx);
        chosen.stateProperty().addListener((o, was, is) -> take(is.data()));
        part.addListener(o -> arrange());
        take(chosen.stateProperty().get().data());
    }

    private void take(Optional<TrainTest> now) {
        if (!now.equals(data.get()) || now.isEmpty()) {
            known.clear();
            data.set(now);
            firstClass.set(0);
            arrange();
        }
    }

    private void arrange() {
        first.set(0);
        order.set(images().map(set -> SampleOrder.of(set, 0)).orElse(new SampleOrder(new int[0][])));
        Part now = part.get();
        facts.set(Optional.ofNullable(known.get(now)));
        if (facts.get().isEmpty()) {
            problem.set("");
            images().ifPresent(set ->
                    counting.follow(report -> SetFacts.of(now, set), found -> take(now, found), problem::set));
        }
    }

    private void take(Part of, SetFacts found) {
        if (data.get().map(of::of).filter(set -> set == found.set()).isPresent()) {
            known.put(of, found);
            if (part.get() == of) {
                facts.set(Optional.of(found));
            }
        }
    }

    /** The part of the set that is shown; empty while there is none. */
    Optional<Dataset> images() {
        return data.get().map(part.get()::of);
    }

    ReadOnlyObjectProperty<Optional<TrainTest>> dataProperty() {
        return data.getReadOnlyProperty();
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    /** How far every sample is turned, counter-clockwise, 0 to 360. */
    DoubleProperty degreesProperty() {
        return degrees;
    }

    /** Whether every sample is turned besides by an angle of its own. */
    BooleanProperty randomProperty() {
        return random;
    }

    /** How far a sample is turned, by its number: as the slider says, and where that is wanted by an angle of its own. */
    double degrees(int number) {
        return angles().applyAsDouble(number);
    }

    /** How far samples are turned now, by their numbers, for any thread. */
    IntToDoubleFunction angles() {
        double all = degrees.get();
        boolean each = random.get();
        return number -> (all + (each ? new SplittableRandom(number).nextDouble(360) : 0)) % 360;
    }

    /** The class in the first row. */
    IntegerProperty firstClassProperty() {
        return firstClass;
    }

    /** The numbers of the part that is shown; empty while they are being added up. */
    ReadOnlyObjectProperty<Optional<SetFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why there are no numbers; empty where nothing went wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SampleOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    /** The sample of each class that stands in the first column, from 0. */
    ReadOnlyIntegerProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /** Classes that are shown together. */
    int rows() {
        return Math.max(1, Math.min(MOST_ROWS, order.get().byClass().length - firstClass.get()));
    }

    /** How many samples of a class there is room for. */
    void setColumns(int room) {
        columns = Math.max(1, room);
    }

    /** The next or an earlier page, where there is one. */
    void turnPage(int pages) {
        int to = first.get() + pages * columns;
        int last = Math.max(0, (order.get().longest() - 1) / columns * columns);
        first.set(Math.max(0, Math.min(last, to)));
    }

    /** Another order of the samples within their classes. */
    void shuffle() {
        images().ifPresent(set -> {
            first.set(0);
            order.set(SampleOrder.of(set, 1 + shuffles.nextInt(Integer.MAX_VALUE - 1)));
        });
    }

    /** The numbers of the images on the page, row by row; −1 for none. */
    int[] page() {
        return order.get().page(firstClass.get(), rows(), first.get(), columns);
    }

    /**
     * Images, turned as the slider says.
     *
     * @param numbers of the images; −1 for a black one
     * @return [images, channels, height, width]
     */
    float[] turned(Dataset set, int[] numbers) {
        return turned(set, numbers, angles());
    }

    static float[] turned(Dataset set, int[] numbers, IntToDoubleFunction degrees) {
        ImageShape shape = set.shape();
        float[] pixels = new float[numbers.length * shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                ImageRotation.turn(
                        set.pixels(),
                        numbers[i] * shape.size(),
                        pixels,
                        i * shape.size(),
                        shape,
                        degrees.applyAsDouble(numbers[i]));
            }
        }
        return pixels;
    }

    /** The first sample of each class that is shown. */
    int[] firsts() {
        int[] page = page();
        int rows = page.length / columns;
        int[] firsts = new int[rows];
        for (int row = 0; row < rows; row++) {
            firsts[row] = page[row * columns];
        }
        return firsts;
    }

    /** The names of the classes that are shown. */
    List<String> shownClasses() {
        return images().map(set -> set.classNames().subList(firstClass.get(), firstClass.get() + rows()))
                .orElse(List.of());
    }
}
