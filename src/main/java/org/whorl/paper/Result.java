package org.whorl.paper;

import java.util.List;

/**
 * A filled cell.
 *
 * @param cell what was asked
 * @param outcomes one for each seed that has run, at least one
 */
public record Result(Cell cell, List<Outcome> outcomes) {
    public Result {
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("result: expected at least one run, found none");
        }
    }

    /** The mean over seeds. */
    public double mean() {
        return outcomes.stream()
                .mapToDouble(o -> o.measured().get(cell.measure()))
                .average()
                .orElseThrow();
    }

    /** The standard deviation over seeds (divided by seeds − 1); NaN for one seed. */
    public double deviation() {
        double mean = mean();
        double squares = outcomes.stream()
                .mapToDouble(o -> Math.pow(o.measured().get(cell.measure()) - mean, 2))
                .sum();
        return outcomes.size() < 2 ? Double.NaN : Math.sqrt(squares / (outcomes.size() - 1));
    }

    /**
     * The binomial standard deviation of an accuracy, √(p (1 − p) / n) with n test images: what another test set of the same kind would
     * change. NaN for what is no accuracy.
     */
    public double sigma() {
        boolean accuracy = cell.measure() == Measure.ACCURACY || cell.measure() == Measure.TURNED_ACCURACY;
        double p = mean();
        return accuracy ? Math.sqrt(p * (1 - p) / outcomes.get(0).testImages()) : Double.NaN;
    }

    /** As tables show it: the mean and, where there are several seeds, the deviation: “98.31 ± 0.04”. */
    public String format() {
        String mean = cell.measure().format(mean());
        return Double.isNaN(deviation()) ? mean : mean + " ± " + cell.measure().format(deviation());
    }
}
