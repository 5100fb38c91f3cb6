package org.whorl.ui.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.whorl.figure.ChartScale;
import org.whorl.figure.CurveFigure;
import org.whorl.figure.Numbers;
import org.whorl.file.Csv;
import org.whorl.ui.model.run.Curve;

/** A chart for paper: its light picture, and its numbers. */
final class CurveExport {
    private static final int COLUMNS = 1200;
    private static final int PALE = 0x52000000;
    private static final int OPAQUE = 0xff000000;

    private CurveExport() {}

    /** The picture of what is shown, in the colours of light ground. */
    static CurveFigure figure(
            String title, ChartScale scale, boolean share, List<ChartSeries> series, List<CurveFigure.Mark> marks) {
        List<CurveFigure.Line> lines = new ArrayList<>();
        for (boolean raw : new boolean[] {true, false}) {
            for (ChartSeries s : series) {
                if (s.curve().size() == 0 || raw && !s.raw()) {
                    continue;
                }
                Curve.Points points = s.curve().decimate(!raw, scale.from(), scale.to(), COLUMNS);
                float[] dash = new float[raw ? 0 : s.ink().dash().length];
                for (int i = 0; i < dash.length; i++) {
                    dash[i] = (float) s.ink().dash()[i] / 2;
                }
                lines.add(new CurveFigure.Line(
                        raw ? "" : s.name() + (s.curve().isSmoothed() ? ", smoothed" : ""),
                        Arrays.copyOf(points.x(), points.count()),
                        Arrays.copyOf(points.y(), points.count()),
                        (raw ? PALE : OPAQUE) | s.ink().light(),
                        (raw ? PALE : OPAQUE) | s.ink().dark(),
                        raw ? 0.4 : 1.1,
                        dash));
            }
        }
        boolean smoothed = series.stream().anyMatch(s -> s.curve().isSmoothed());
        String words = String.format(
                Locale.ROOT,
                "%s over epochs %s to %s%s. %s",
                title,
                Numbers.format(scale.from()),
                Numbers.format(scale.to()),
                scale.log() ? ", on a logarithmic axis" : "",
                smoothed
                        ? "Pale: as measured; strong and called smoothed: exponential mean of all values until then, bias corrected."
                        : "As measured.");
        List<CurveFigure.Mark> shown = marks.stream()
                .filter(m -> m.epoch() >= scale.from() && m.epoch() <= scale.to())
                .toList();
        return new CurveFigure(title, words, scale, share, lines, shown);
    }

    /**
     * All points of all curves, a line each: {@code series,epoch,value,smoothed}; in a long run, value is the mean since the line before.
     * What is not smoothed has the value twice.
     */
    static void writeTable(OutputStream out, List<ChartSeries> series) throws IOException {
        StringBuilder csv = new StringBuilder("series,epoch,value,smoothed\n");
        for (ChartSeries s : series) {
            for (int i = 0; i < s.curve().size(); i++) {
                csv.append(Csv.line(List.of(
                        s.name(), s.curve().x(i), s.curve().y(i), s.curve().smooth(i))));
            }
        }
        out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
