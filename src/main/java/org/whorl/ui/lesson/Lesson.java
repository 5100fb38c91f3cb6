package org.whorl.ui.lesson;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sequence of states of the window, each with a few sentences.
 *
 * @param format of the file, {@link #FORMAT}
 * @param title 1 to 100 letters
 * @param summary a sentence for the list of lessons
 * @param steps at least one
 */
public record Lesson(int format, String title, String summary, List<Step> steps) {
    /** The format that is written now. */
    public static final int FORMAT = 1;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_STEPS = 100;

    public Lesson {
        expect(format == FORMAT, "format", Integer.toString(FORMAT), format);
        expectText("title", title, LONGEST_TITLE);
        expectText("summary", summary, LONGEST_TEXT);
        expect(
                steps != null && !steps.isEmpty() && steps.size() <= MOST_STEPS,
                "steps",
                "1 to " + MOST_STEPS,
                steps == null ? "none" : steps.size());
        steps = List.copyOf(steps);
    }

    /** How the window is set at a step, from 0, whichever way one comes there: as its step says, else as those before it did. */
    public Show at(int step) {
        Show state = Show.NOTHING;
        for (Step each : steps.subList(0, step + 1)) {
            state = each.show().after(state);
        }
        return state;
    }

    /**
     * One state of the window.
     *
     * @param title of the step
     * @param text what to see, in a few sentences
     * @param show how the window is set; what is absent stays as it is
     * @param controls what the learner is to use now: it is pointed out
     */
    public record Step(String title, String text, Show show, List<Pointer> controls) {
        public Step {
            expectText("steps.title", title, LONGEST_TITLE);
            expectText("steps.text", text, LONGEST_TEXT);
            show = show == null ? Show.NOTHING : show;
            controls = controls == null ? List.of() : List.copyOf(controls);
        }
    }

    /**
     * How the window is set; what is null stays as it is.
     *
     * @param view the tab in front: {@code Filters}, {@code Codes} …, or {@code Plain or invariant?} in Symmetry
     * @param experiment the title of one that comes with Whorl, whose settings are set for the next run: {@code Find the angle}
     * @param model a model that comes with Whorl: {@code mnist-c6}
     * @param angle the dial's rotation angle in degrees, a divisor of 360
     * @param turn the angle by which the input is turned, in degrees
     * @param image the number of the test image that is shown
     * @param layer the layer that is selected, from 1
     * @param orbit the base filter that is selected, from 1
     * @param inside the layer to step into, from 1; 0 for all layers
     * @param spin whether the digit between two networks spins; false sets it upright
     * @param digit the class of that digit, 0 to 9
     */
    public record Show(
            String view,
            String experiment,
            String model,
            Integer angle,
            Double turn,
            Integer image,
            Integer layer,
            Integer orbit,
            Integer inside,
            Boolean spin,
            Integer digit) {
        static final Show NOTHING = new Show(null, null, null, null, null, null, null, null, null, null, null);

        public Show {
            expect(
                    angle == null || angle >= 1 && angle <= 360 && 360 % angle == 0,
                    "show.angle",
                    "a divisor of 360",
                    angle);
            expect(turn == null || turn >= -360 && turn <= 360, "show.turn", "-360 to 360", turn);
            expect(image == null || image >= 0, "show.image", "at least 0", image);
            expect(layer == null || layer >= 1, "show.layer", "at least 1", layer);
            expect(orbit == null || orbit >= 1, "show.orbit", "at least 1", orbit);
            expect(inside == null || inside >= 0, "show.inside", "at least 0", inside);
            expect(digit == null || digit >= 0 && digit <= 9, "show.digit", "0 to 9", digit);
        }

        /** This in the window as it was set before: a network brings its own settings with it, an experiment its own dial. */
        private Show after(Show before) {
            boolean network = model != null;
            return new Show(
                    or(view, before.view),
                    network ? experiment : or(experiment, before.experiment),
                    or(model, before.model),
                    network || experiment != null ? angle : or(angle, before.angle),
                    or(turn, before.turn),
                    or(image, before.image),
                    or(layer, before.layer),
                    or(orbit, before.orbit),
                    or(inside, before.inside),
                    or(spin, before.spin),
                    or(digit, before.digit));
        }

        private static <T> T or(T own, T before) {
            return own == null ? before : own;
        }
    }

    /** A control that a step points out. */
    public enum Pointer {
        @JsonProperty("dial")
        DIAL,
        @JsonProperty("parameters")
        PARAMETERS,
        @JsonProperty("objective")
        OBJECTIVE,
        @JsonProperty("start")
        START,
        @JsonProperty("step-inside")
        STEP_INSIDE,
        @JsonProperty("turn")
        TURN,
        @JsonProperty("views")
        VIEWS,
        @JsonProperty("learn-pairs")
        LEARN_PAIRS,
        @JsonProperty("spin")
        SPIN,
        @JsonProperty("spin-digit")
        SPIN_DIGIT
    }

    private static void expectText(String field, String text, int longest) {
        expect(
                text != null && !text.isBlank() && text.length() <= longest,
                field,
                "1 to " + longest + " letters",
                text == null ? "none" : text.length());
    }

    private static void expect(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }
}
