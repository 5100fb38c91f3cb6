package org.whorl.ui.view.codes;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.Computation;
import org.whorl.figure.Computation.Phase;
import org.whorl.figure.ComputationFigure;
import org.whorl.figure.Numbers;

/** One computation as a film: where it stands, whether it runs, and what happens there in words; without a screen. FX thread only. */
final class SumFilm {
    /** How fast it runs. */
    enum Speed {
        SLOW("slow", 0.5),
        NORMAL("normal", 1),
        FAST("fast", 2.5);

        private final String label;
        private final double factor;

        Speed(String label, double factor) {
            this.label = label;
            this.factor = factor;
        }

        String label() {
            return label;
        }
    }

    private final DoubleProperty moment = new SimpleDoubleProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.NORMAL);
    private Optional<ElementSum> sum = Optional.empty();
    private Optional<Computation> computation = Optional.empty();

    /** Phases that are over, and a share of the one that is under way. */
    DoubleProperty momentProperty() {
        return moment;
    }

    BooleanProperty playingProperty() {
        return playing;
    }

    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** Is about this computation from now on, at the same moment. */
    void show(ElementSum newSum, Computation newComputation) {
        sum = Optional.of(newSum);
        computation = Optional.of(newComputation);
    }

    /** Goes back to the beginning. */
    void rewind() {
        moment.set(0);
    }

    /** Runs, from the beginning where it is at its end; or holds. */
    void play(boolean wanted) {
        if (wanted && isOver()) {
            rewind();
        }
        playing.set(wanted);
    }

    boolean isOver() {
        return moment.get() >= ComputationFigure.END;
    }

    /** To the end of the phase that is next or under way. */
    void step() {
        playing.set(false);
        moment.set(Math.min(ComputationFigure.END, Math.floor(moment.get() + 1e-9) + 1));
    }

    /** To the beginning of the phase that is under way, or else of the one before. */
    void back() {
        playing.set(false);
        moment.set(Math.max(0, Math.ceil(moment.get() - 1e-9) - 1));
    }

    /** Goes on by the time that has passed; holds at the end. */
    void advance(double seconds) {
        double left = seconds * speed.get().factor;
        while (left > 0 && !isOver()) {
            Phase phase = Phase.values()[(int) moment.get()];
            double rest = (phase.ordinal() + 1 - moment.get()) * phase.seconds();
            if (left < rest) {
                moment.set(moment.get() + left / phase.seconds());
                return;
            }
            left -= rest;
            moment.set(phase.ordinal() + 1);
        }
        playing.set(!isOver());
    }

    /** The picture of this moment; empty before there is a computation. */
    Optional<ComputationFigure> figure() {
        return computation.map(c -> new ComputationFigure(c, words(), moment.get()));
    }

    /** What happens at this moment, with its numbers. */
    String words() {
        if (sum.isEmpty() || computation.isEmpty()) {
            return "";
        }
        Computation c = computation.get();
        int places = c.places();
        double now = moment.get();
        if (now <= 0) {
            return "The patch of the residual that lies under the filter: "
                    + c.patch().height() + "×" + c.patch().width() + " values.";
        }
        // At the end of a phase its own words stand.
        Phase phase = Phase.values()[(int) Math.ceil(now - 1e-9) - 1];
        return switch (phase) {
            case LIFT -> "The patch lifts off the residual.";
            case LAY -> "It lies on the filter, value on value.";
            case MULTIPLY -> {
                int done = (int) Math.floor((now - phase.ordinal()) * places + 1e-9);
                yield "Value times value, added up: Σ = " + Numbers.format(c.sum(done)) + " after " + done + " of "
                        + places + ".";
            }
            case ADD ->
                sum.get().preThresholdText() + (c.start() == 0 ? "" : "; v is where the layer starts from") + ".";
            case CUT -> sum.get().resultText() + ": the threshold αλ " + (c.result() == 0 ? "cuts it off." : "cuts.");
            case DROP ->
                "u = " + Numbers.format(c.result()) + " is the value of the map at row " + (c.row() + 1) + ", column "
                        + (c.column() + 1) + ".";
        };
    }
}
