package org.whorl.figure;

import java.util.List;

import org.whorl.group.CyclicGroup;

/** What there is to see of the search for an angle, in sentences. */
final class AngleSearchWords {
    /** Degrees between two points of a way that no single pass goes. */
    private static final double JUMP = 10;

    private AngleSearchWords() {}

    static String of(AngleSearchFigure figure) {
        StringBuilder words = new StringBuilder();
        long tries = figure.starts().count();
        if (tries > 0) {
            words.append("From ").append(tries).append(tries == 1 ? " start" : " starts");
        }
        for (AngleSearchFigure.Way way : figure.ways()) {
            if (way.kind() != AngleSearchFigure.Kind.TRIED) {
                words.append(words.length() == 0 ? "" : "; ")
                        .append(way.kind() == AngleSearchFigure.Kind.BEST ? "the lowest, from " : "the run, from ")
                        .append(AngleSearchFigure.angle(way.start()))
                        .append(", is at ")
                        .append(AngleSearchFigure.angle(way.lastAngle()))
                        .append(" with ")
                        .append(Numbers.format(way.lastLoss()))
                        .append(way.kind() == AngleSearchFigure.Kind.RUN ? "" : " unexplained");
            }
        }
        if (figure.degrees().length > 0) {
            words.append(words.length() == 0 ? "With" : "; with")
                    .append(" these filters the objective is lowest at ")
                    .append(AngleSearchFigure.angle(figure.degrees()[lowest(figure.losses())]));
        }
        return words.append(". ")
                .append(others(figure))
                .append(others(figure).isEmpty() ? "" : " ")
                .append("Orbits of ")
                .append(figure.order())
                .append(" close at multiples of ")
                .append(CyclicGroup.format(360.0 / figure.order()))
                .append("°.")
                .toString();
    }

    static String others(AngleSearchFigure figure) {
        List<AngleSearchFigure.Way> tried = figure.ways().stream()
                .filter(way -> way.kind() == AngleSearchFigure.Kind.TRIED)
                .toList();
        boolean lines = tried.stream().anyMatch(way -> way.angles().length > 1);
        String grey = tried.isEmpty()
                ? ""
                : lines ? "Grey are the other starts." : "Grey points are where the other starts ended.";
        String jumps = figure.starts().anyMatch(AngleSearchWords::jumps)
                ? "A long, nearly level stretch is a jump: there a start looked around and went on from a lower valley."
                : "";
        return grey + (grey.isEmpty() || jumps.isEmpty() ? "" : " ") + jumps;
    }

    /** Whether a start went on elsewhere: steps are far smaller. */
    private static boolean jumps(AngleSearchFigure.Way way) {
        boolean any = false;
        for (int i = 1; i < way.angles().length; i++) {
            any |= Math.abs(AngleFrame.folded(way.angles()[i]) - AngleFrame.folded(way.angles()[i - 1])) >= JUMP;
        }
        return any;
    }

    private static int lowest(double[] losses) {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return best;
    }
}
