package org.whorl.ui.view.paper;

import java.util.Locale;
import java.util.Optional;

import org.whorl.paper.Cell;
import org.whorl.paper.Measure;
import org.whorl.paper.Result;

/**
 * A place in the table with every number that there is for it.
 *
 * @param cell what is measured, and the paper's number
 * @param quick whether runs here are on parts of the data, so that their numbers are not to be compared
 * @param published what comes with Whorl; empty where nothing does
 * @param here what was run on this machine; empty where nothing was
 */
public record Entry(Cell cell, boolean quick, Optional<Result> published, Optional<Result> here) {
    /** The number to show large: the published one, else the one from here. */
    public Optional<Result> ours() {
        return published.or(() -> here);
    }

    /** The command that repeats what is published, with the usual settings of its time; the cell's where nothing is, or a quick one. */
    public String command() {
        return published
                .filter(result -> !quick)
                .map(result -> result.outcomes().get(0).command())
                .orElseGet(() ->
                        cell.experiment().command(cell.experiment().seeds().get(0)));
    }

    /** Whether the paper has a number. */
    public boolean inPaper() {
        return !Double.isNaN(cell.published());
    }

    /** Ours less the paper's, in the measure's own scale; NaN where one of them is missing or not to be compared. */
    public double difference() {
        Optional<Result> compared = published.or(() -> quick ? Optional.empty() : here);
        return compared.map(result -> result.mean() - cell.published()).orElse(Double.NaN);
    }

    /** The difference with its sign, in points: “+0.27”; empty where there is none. */
    public String differenceText() {
        double difference = difference();
        if (Double.isNaN(difference)) {
            return "";
        }
        double points = cell.measure().share() ? 100 * difference : difference;
        // So that what rounds to nothing has no sign.
        double rounded = Math.rint(points * 100) / 100;
        return rounded == 0
                ? "±0.00"
                : (rounded > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.2f", Math.abs(rounded));
    }

    /** What was run here, in a few words: “here 98.31 ± 0.04”, “here 98.29 (2 of 3)” before all seeds have run. */
    public String hereText() {
        return here.map(result -> (quick ? "quick run " : "here ")
                        + result.cell().measure().format(result.mean())
                        + (partial() ? seedsText() : deviationText(result)))
                .orElse("not run here");
    }

    /** The same without the number, where {@link #ours} is the number. */
    public String hereAloneText() {
        return (quick ? "quick run here" : "run here") + (partial() ? seedsText() : "");
    }

    private boolean partial() {
        return here.map(r -> r.outcomes().size() < cell.experiment().seeds().size())
                .orElse(false);
    }

    private String seedsText() {
        return " (" + here.orElseThrow().outcomes().size() + " of "
                + cell.experiment().seeds().size() + ")";
    }

    /** “ ± 0.04”; empty for one seed. */
    static String deviationText(Result result) {
        return Double.isNaN(result.deviation())
                ? ""
                : " ± " + result.cell().measure().format(result.deviation());
    }

    /** “σ 0.06”, in points; empty for what is no accuracy. */
    static String sigmaText(Result result) {
        return Double.isNaN(result.sigma())
                ? ""
                : "σ " + result.cell().measure().format(result.sigma());
    }

    /** Everything in a sentence, for a screen reader. */
    public String describe() {
        Measure measure = cell.measure();
        String unit = measure.unit().isEmpty() ? "" : " " + measure.spokenUnit();
        StringBuilder text = new StringBuilder(cell.row() + " on " + cell.column() + ", " + measure.label() + ": ");
        text.append(inPaper() ? "the paper " + measure.format(cell.published()) + unit : "not in the paper");
        text.append(published.map(r -> ", Whorl " + r.format() + unit).orElse(", no published result of Whorl"));
        text.append(ours().map(Entry::sigmaText)
                .filter(sigma -> !sigma.isEmpty())
                .map(sigma -> ", " + sigma + " points")
                .orElse(""));
        String difference = differenceText();
        text.append(difference.isEmpty() ? "" : ", difference " + difference);
        return text.append(", ").append(hereText()).toString();
    }
}
