package org.whorl.ui.model.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.figure.LayerMaps;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/**
 * Which image is looked at, how far it is turned, and what the network made of it; without a screen. Codes and Symmetry share one. FX
 * thread only.
 */
public final class InputModel {
    private final LabState lab;
    private final CodeTracer tracer;
    private final TellingImage telling;
    private final TestImages images;
    /** Reads a picture; one that takes longer than until the next image is asked for comes too late. */
    private final BackgroundJob<CodeInput> opening;

    private final ObjectProperty<CodeInput> input = new SimpleObjectProperty<>();
    private final DoubleProperty degrees = new SimpleDoubleProperty();
    private final ObjectProperty<LayerMaps> maps = new SimpleObjectProperty<>(LayerMaps.CODE);
    private final ReadOnlyObjectWrapper<Optional<Codes>> codes = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Codes> drawn = new ReadOnlyObjectWrapper<>();
    /** Why there is no trace; gone with the next one. */
    private final StringProperty traceProblem = new SimpleStringProperty("");
    /** Why there is not the image that was wanted; gone with the next image. */
    private final StringProperty inputProblem = new SimpleStringProperty("");

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rule = new ReadOnlyStringWrapper("");
    private final List<ObservableBooleanValue> viewers = new ArrayList<>();
    private final ObjectProperty<Optional<MapElement>> element = new SimpleObjectProperty<>(Optional.empty());
    /** While an image is shown that the user did not ask for, since there has to be one. */
    private boolean standingIn;
    /** Whether the user asked for the image, or a lesson. */
    private boolean asked;
    /** What stands in until there are images; not what the user drew. */
    private CodeInput nothing;

    /**
     * A model.
     *
     * @param fxThread runs what the worker reports
     */
    public InputModel(LabState lab, Executor fxThread) {
        this.lab = lab;
        images = new TestImages(lab);
        opening = new BackgroundJob<>("whorl-picture", fxThread);
        telling = new TellingImage(fxThread);
        tracer = new CodeTracer(fxThread, this::received, traceProblem::set);
        problem.bind(Bindings.when(inputProblem.isNotEmpty()).then(inputProblem).otherwise(traceProblem));
        input.addListener(o -> {
            if (!standingIn) {
                asked = true;
                opening.forget();
                inputProblem.set("");
            }
            rule.set(rule());
        });
        // While the view is not in front traces come rarely, and an old one would speak of another network.
        lab.shownProperty().addListener((o, was, is) -> {
            boolean another = was == null || !was.spec().equals(is.spec());
            if (another && viewers.stream().noneMatch(ObservableBooleanValue::get)) {
                lab.traceProperty().set(Optional.empty());
            }
            if (input.get() != null && input.get().label().isPresent() && images.haveChanged()) {
                choose(index());
                asked = false;
            }
            rule.set(rule());
        });
    }

    /**
     * Counts on a view to ask for a trace whenever the network changes.
     *
     * @param showing whether it does, since it can be seen
     */
    public void viewedWhile(ObservableBooleanValue showing) {
        viewers.add(showing);
        showing.addListener(o -> telling.askAgain());
    }

    private void received(Codes received) {
        // A result for a network of another shape, asked for before that was shown, would not fit the views any more.
        if (lab.getShown() != null
                && received.shown().spec().equals(lab.getShown().spec())) {
            traceProblem.set("");
            codes.set(Optional.of(received));
            // What a network makes of no image at all is nothing that one wants to read.
            boolean none = lacksImages() || received.input() == nothing;
            lab.traceProperty().set(none ? Optional.empty() : Optional.of(received.trace()));
            standInRightly();
        }
    }

    /** Unless an image was asked for, shows one that a trained network names rightly upright, and that turning changes. */
    private void standInRightly() {
        ShownNetwork shown = lab.getShown();
        boolean trained = shown.namesClasses() && shown.trainedOn().isPresent();
        if (!asked && trained && setProperty().get().isEmpty()) {
            images().ifPresent(data -> telling.find(shown, data, best -> {
                if (!asked && best != index()) {
                    standingIn = true;
                    choose(best);
                    standingIn = false;
                }
                // Also where it is the image that is there: that it is the one is news.
                rule.set(rule());
            }));
        }
    }

    private String rule() {
        boolean found = !asked && lab.getShown() != null && telling.isFound(lab.getShown(), index());
        return images().filter(data -> found)
                .map(data -> "Of the first " + TellingImage.candidates(data)
                        + " test images, the rightly named one that turning changes most.")
                .orElse("");
    }

    /** By what rule the image was chosen, in words; empty where the user or a lesson asked for it, or the network has learned since. */
    public ReadOnlyStringProperty ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /** The image, upright; null before there is a network. */
    public ObjectProperty<CodeInput> inputProperty() {
        return input;
    }

    /** How far the image is turned, counter-clockwise, 0 to 360. */
    public DoubleProperty degreesProperty() {
        return degrees;
    }

    /** Which of each layer's maps are shown. */
    public ObjectProperty<LayerMaps> mapsProperty() {
        return maps;
    }

    /** The element whose sum is shown. */
    public ObjectProperty<Optional<MapElement>> elementProperty() {
        return element;
    }

    /** The set whose images are chosen from; empty for those that the network was trained on. */
    public ObjectProperty<Optional<TrainTest>> setProperty() {
        return images.setProperty();
    }

    /** The latest result. */
    public ReadOnlyObjectProperty<Optional<Codes>> codesProperty() {
        return codes.getReadOnlyProperty();
    }

    /** The latest result as it is looked at: in the group that the dial tries, where it tries one. */
    public Optional<Codes> looked() {
        return codes.get().map(Codes::asTried);
    }

    /** What Codes has drawn last; null before anything. */
    public ReadOnlyObjectProperty<Codes> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    public void setDrawn(Codes codes) {
        drawn.set(codes);
    }

    /** One line about what went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says why there are not the images that were wanted, until another is looked at. */
    public void setProblem(String line) {
        inputProblem.set(line);
    }

    /** The test images there are to choose from; of another set, they may have another shape than the network's. */
    public Optional<Dataset> images() {
        return images.images();
    }

    /** The test image that was last chosen, from 0. */
    public int index() {
        return images.index();
    }

    /** Looks at a test image; numbers beyond the ends go round. */
    public void choose(int newIndex) {
        images.choose(newIndex).ifPresent(input::set);
    }

    /** Looks at a picture, which is read on another thread; what is wrong with it becomes the {@link #problemProperty}. */
    public void open(Path file) {
        if (lab.getShown() == null) {
            return;
        }
        ImageShape shape = lab.getShown().spec().input();
        opening.replace("", report -> PictureFile.read(file, shape), input::set, inputProblem::set);
    }

    /** Looks at the same picture with black and white exchanged. */
    public void invert() {
        if (input.get() != null) {
            input.set(input.get().inverted());
        }
    }

    /** Whether the picture that was opened has a bright edge where the images it would be compared with have a dark one, or the other way round. */
    public boolean looksInverted() {
        CodeInput now = input.get();
        return now != null
                && now.label().isEmpty()
                && images().filter(now::looksInvertedBeside).isPresent();
    }

    /** Looks at any test image. */
    public void chooseRandom() {
        images.random().ifPresent(this::choose);
    }

    /** Looks at the next test image of a class, going round; stays where there is none. */
    public void chooseNext(int label) {
        images.next(label).ifPresent(this::choose);
    }

    /** Whether an empty image stands in, since there are none of the kind that the network takes. */
    public boolean lacksImages() {
        return lab.getShown() != null && input.get() == nothing && images().isEmpty();
    }

    /** Names of the classes. */
    public List<String> classNames() {
        return lab.getShown() == null ? List.of() : lab.getShown().classNames();
    }

    /** Names of the classes of the images that are chosen from. */
    public List<String> imageClassNames() {
        return setProperty().get().map(other -> other.test().classNames()).orElseGet(this::classNames);
    }

    /** The image as it is turned now, [channels, height, width]. */
    public float[] turned() {
        CodeInput now = input.get();
        float[] turned = new float[now.pixels().length];
        ImageRotation.turn(now.pixels(), 0, turned, 0, now.shape(), degrees.get() % 360);
        return turned;
    }

    /** Runs the image through the network as both are now; the result comes later. */
    public void trace() {
        ShownNetwork shown = lab.getShown();
        if (shown == null) {
            return;
        }
        ImageShape shape = shown.spec().input();
        boolean waiting = input.get() == nothing && images().isPresent();
        if (input.get() == null || waiting || !input.get().shape().equals(shape)) {
            standingIn = true;
            if (images().isPresent()) {
                choose(index());
            } else {
                nothing = CodeInput.blank(shape);
                input.set(nothing);
            }
            standingIn = false;
        }
        tracer.request(shown, lab.triedProperty().get(), input.get(), degrees.get() % 360);
    }
}
