package org.whorl.ui.view.symmetry.spin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.PolarFigure;
import org.whorl.figure.Series;
import org.whorl.figure.SeriesStyle;
import org.whorl.figure.SymmetryFigure;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.insight.TurnedAnswers.Answer;
import org.whorl.network.HeadKind;
import org.whorl.network.Model;

/** One of the two networks, and what it has answered. FX thread only. */
final class SpinSide {
    private static final Set<String> UPRIGHT = Set.of("digits", "mnist");

    private final String usual;
    private final ObjectProperty<String> network;
    private String asked = "";
    private Optional<Model> model = Optional.empty();
    private Answers answers = new Answers(0);

    /**
     * A side without answers.
     *
     * @param network the name of a network that comes with Whorl
     */
    SpinSide(String network) {
        usual = network;
        this.network = new SimpleObjectProperty<>(network);
    }

    /** Asks the network that it began with. */
    void askUsual() {
        network.set(usual);
    }

    /** The name of the network that is to be asked. */
    ObjectProperty<String> networkProperty() {
        return network;
    }

    String name() {
        return network.get();
    }

    /** The network that is asked; empty until it has been read. */
    Optional<Model> model() {
        return model;
    }

    Answers answers() {
        return answers;
    }

    /** Begins again, with the network that is wanted and a digit of this class. */
    void begin(Model newModel, int label) {
        model = Optional.of(newModel);
        asked = name();
        begin(label);
    }

    /** Begins again, with another digit of this class. */
    void begin(int label) {
        answers = new Answers(label);
    }

    /** Goes on with a later state of the same network. */
    void grow(Model later) {
        model = Optional.of(later);
        answers.grow();
    }

    /** What kind of head it has, for people; empty before it has been read. */
    String head() {
        return model.map(m -> (m.spec().head() == HeadKind.INVARIANT ? "invariant" : "plain") + " head")
                .orElse("");
    }

    /** Its head and its group, for people. */
    String kind() {
        return model.map(m -> head() + ", " + m.spec().group().symbol()).orElse("");
    }

    /** Whether its file says that it was trained on digits, and not on turned ones. */
    boolean learnedUpright() {
        return model.map(m -> m.provenance())
                .filter(p -> UPRIGHT.contains(String.valueOf(p.get("data"))))
                .filter(p -> p.get("training") instanceof Map<?, ?> training
                        && training.get("augmentation") instanceof List<?> turns
                        && turns.isEmpty())
                .isPresent();
    }

    /** The name of the network that is asked; empty until it has been read. */
    String asked() {
        return asked;
    }

    /** What is said of it as a whole: its name, its head and its group. */
    String title() {
        return model.isEmpty() ? name() : asked + ", " + kind();
    }

    /** Whether it names another class than the digit's at an angle. */
    boolean isWrong(int degrees) {
        return answers.near(degrees).filter(a -> a.named() != answers.label()).isPresent();
    }

    /** What it says at an angle: “says 3 · 97 %”. */
    String verdict(int degrees) {
        Optional<Answer> answer = answers.near(degrees);
        return answer.isEmpty() || model.isEmpty()
                ? "…"
                : "says " + name(answer.get().named())
                        + String.format(
                                Locale.ROOT,
                                " · %.0f %%",
                                100 * answer.get().probabilities()[answer.get().named()]);
    }

    private String name(int label) {
        return model.orElseThrow().classNames().get(label);
    }

    /** At how many of the angles so far it names the digit rightly. */
    String score() {
        int count = answers.count();
        if (count == 0) {
            return "not asked yet";
        }
        return answers.right() + " of " + count + (count == 1 ? " angle" : " angles") + " right";
    }

    /** The probability of the digit's own class by angle, so far. */
    PolarFigure figure() {
        List<Integer> places = answers.places();
        double[] x = places.stream().mapToDouble(d -> d).toArray();
        double[] y = places.stream().mapToDouble(answers::probability).toArray();
        String digit = model.isEmpty() ? "its class" : name(answers.label());
        FiniteGroup group = model.<FiniteGroup>map(m -> m.spec().group()).orElse(CyclicGroup.TRIVIAL);
        return new PolarFigure(
                "Probability of " + digit + " by angle",
                title() + ": the probability of the digit’s own class as it turns counter-clockwise, " + score()
                        + ", where there is an arc outside the rim.",
                List.of(new Series("probability of " + digit, SeriesStyle.FIRST, x, y)),
                1,
                true,
                SymmetryFigure.elements(group),
                false,
                answers.arcs(),
                true);
    }
}
