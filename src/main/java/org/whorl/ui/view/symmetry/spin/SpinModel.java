package org.whorl.ui.view.symmetry.spin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.network.Model;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.task.BackgroundJob;

/**
 * One of the built-in digits that spins, and two networks that are asked at every whole degree what it is; without a screen. FX thread
 * only; networks are read and asked on threads of their own.
 */
final class SpinModel {
    /** The network with a plain head that it begins with. */
    static final String PLAIN = "digits-c6";
    /** The network with an invariant head that it begins with. */
    static final String INVARIANT = "digits-c12-invariant";
    /** The class that it begins with: a 3 looks like no other digit as it turns, and is not round. */
    private static final int FIRST_CLASS = 3;

    /** How many degrees back it catches up with what it was too fast for. */
    private static final int PASSED = 90;

    private final LabState lab;
    private final SpinSide left = new SpinSide(PLAIN);
    private final SpinSide right = new SpinSide(INVARIANT);
    private final BackgroundJob<SpinSource> reading;
    private final Questions questions;
    private final DoubleProperty degrees = new SimpleDoubleProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<SpinSpeed> speed = new SimpleObjectProperty<>(SpinSpeed.NORMAL);
    private final ObjectProperty<Integer> label = new SimpleObjectProperty<>(FIRST_CLASS);
    private final ReadOnlyObjectWrapper<Optional<CodeInput>> digit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> networks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<String, Model> models = new HashMap<>();
    private Optional<Dataset> digits = Optional.empty();
    private int index;
    private boolean byRule;
    private boolean begun;

    /**
     * Nothing is read yet.
     *
     * @param lab whose network can be asked as well
     * @param fxThread runs what the workers report
     */
    SpinModel(LabState lab, Executor fxThread) {
        this.lab = lab;
        reading = new BackgroundJob<>("whorl-spin-reading", fxThread);
        questions = new Questions(fxThread, this::receive, problem::set);
        degrees.addListener(o -> ask());
        label.addListener(o -> read());
        for (SpinSide side : sides()) {
            side.networkProperty().addListener(o -> read());
        }
    }

    List<SpinSide> sides() {
        return List.of(left, right);
    }

    /** How far the digit is turned, counter-clockwise. */
    DoubleProperty degreesProperty() {
        return degrees;
    }

    /** The same in whole degrees, 0 to 359. */
    int wholeDegrees() {
        return Math.floorMod((int) Math.round(degrees.get()), Answers.ANGLES);
    }

    /** Whether it spins. */
    BooleanProperty playingProperty() {
        return playing;
    }

    ObjectProperty<SpinSpeed> speedProperty() {
        return speed;
    }

    /** The class whose digit spins. */
    ObjectProperty<Integer> labelProperty() {
        return label;
    }

    /** The digit, upright; empty until it has been read. */
    ReadOnlyObjectProperty<Optional<CodeInput>> digitProperty() {
        return digit.getReadOnlyProperty();
    }

    /** The networks that can be asked. */
    ReadOnlyObjectProperty<List<String>> networksProperty() {
        return networks.getReadOnlyProperty();
    }

    /** Grows whenever there is an answer, or something else is asked. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** One line about what went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Reads digits and networks, the first time. */
    void begin() {
        if (!begun) {
            begun = true;
            read();
        }
    }

    private void read() {
        if (!begun) {
            return;
        }
        problem.set("");
        Map<String, Model> have = new HashMap<>(models);
        have.remove(SpinSource.SHOWN);
        shownModel().ifPresent(model -> have.put(SpinSource.SHOWN, model));
        // The digit stays where only a network is another.
        Optional<Integer> kept =
                digit.get().filter(d -> d.label().getAsInt() == label.get()).map(d -> index);
        SpinSource.Wish wish = new SpinSource.Wish(
                digits, have, sides().stream().map(SpinSide::name).toList(), label.get(), kept);
        reading.replace("reading …", report -> SpinSource.read(wish), read -> take(read, kept.isEmpty()), problem::set);
    }

    private void take(SpinSource read, boolean other) {
        digits = Optional.of(read.digits());
        models.putAll(read.models());
        networks.set(read.names());
        if (other) {
            byRule = true;
            index = read.index();
            digit.set(Optional.of(CodeInput.of(read.digits(), index)));
            degrees.set(0);
        }
        for (SpinSide side : sides()) {
            Model model = read.models().get(side.name());
            if (other || side.model().filter(m -> m == model).isEmpty()) {
                side.begin(model, label.get());
            }
        }
        changed();
        ask();
    }

    /** Spins the next test image of the class, whatever the networks say of it. */
    void another() {
        digits.ifPresent(all -> {
            OptionalInt next = IntStream.range(1, all.size() + 1)
                    .map(i -> (index + i) % all.size())
                    .filter(n -> all.labels()[n] == label.get())
                    .findFirst();
            index = next.orElse(index);
            byRule = false;
            digit.set(Optional.of(CodeInput.of(all, index)));
            sides().forEach(side -> side.begin(label.get()));
            changed();
            ask();
        });
    }

    /** Which digit it is, and by what rule it was chosen, in words. */
    String digitWords() {
        return digit.get()
                .map(d -> d.name()
                        + (byRule && isNamedByAll()
                                ? ", the first " + label.get() + " that both name rightly upright"
                                : ", a " + label.get()))
                .orElse("");
    }

    private boolean isNamedByAll() {
        return sides().stream().allMatch(side -> side.answers()
                .at(0)
                .map(answer -> answer.named() == label.get())
                .orElse(true));
    }

    /** Whether both are known to have been trained on upright digits only. */
    boolean haveLearnedUpright() {
        return sides().stream().allMatch(SpinSide::learnedUpright);
    }

    /** Goes on by the time that has passed. */
    void advance(double seconds) {
        double on = degrees.get() + seconds * speed.get().degreesPerSecond();
        degrees.set(on % Answers.ANGLES);
    }

    /** Asks what is not known at this angle and, as it spins, at those that it has just passed. */
    private void ask() {
        int now = wholeDegrees();
        ask(IntStream.rangeClosed(0, playing.get() ? PASSED : 0)
                .map(back -> Math.floorMod(now - back, Answers.ANGLES))
                .boxed()
                .toList());
    }

    /** Asks at all angles, without spinning. */
    void askAll() {
        int from = wholeDegrees();
        ask(IntStream.range(0, Answers.ANGLES)
                .mapToObj(i -> (from + i) % Answers.ANGLES)
                .toList());
    }

    private void ask(List<Integer> angles) {
        boolean ready = digit.get().isPresent()
                && sides().stream().allMatch(side -> side.model().isPresent());
        if (ready) {
            CodeInput of = digit.get().get();
            questions.ask(angles.stream()
                    .flatMap(d -> sides().stream()
                            .filter(side -> !side.answers().isKnown(d))
                            .map(side ->
                                    new Questions.Question(side, side.model().orElseThrow(), of, d)))
                    .toList());
        }
    }

    private void receive(List<Questions.Answered> answers) {
        for (Questions.Answered answered : answers) {
            Questions.Question q = answered.question();
            boolean asked = digit.get().filter(d -> d == q.digit()).isPresent()
                    && q.side().model().filter(m -> m == q.model()).isPresent();
            if (asked) {
                q.side().answers().put(q.degrees(), answered.answer());
            }
        }
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Whether the network that is shown is asked. */
    boolean asksShown() {
        return sides().stream().anyMatch(side -> side.name().equals(SpinSource.SHOWN));
    }

    /** Takes over the network that is shown as it is now; its earlier answers stand until there are new ones. */
    void retakeShown() {
        if (!asksShown() || digit.get().isEmpty()) {
            return;
        }
        Optional<Model> now = shownModel();
        for (SpinSide side : sides()) {
            if (side.name().equals(SpinSource.SHOWN)) {
                boolean same = now.isPresent()
                        && side.model()
                                .filter(m -> m.spec().equals(now.get().spec()))
                                .isPresent();
                if (same) {
                    side.grow(now.get());
                    ask();
                } else {
                    read();
                }
            }
        }
    }

    private Optional<Model> shownModel() {
        ShownNetwork shown = lab.getShown();
        return Optional.ofNullable(shown)
                .filter(s -> s.namesClasses() && s.spec().classes() == 10)
                .filter(s ->
                        digits.isEmpty() || digits.get().shape().equals(s.spec().input()))
                .map(s -> new Model(s.parameters(), s.preparation(), s.classNames(), s.provenance()));
    }
}
