package org.whorl.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.data.Progress;
import org.whorl.figure.About;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Layout;
import org.whorl.file.ReplacedFile;
import org.whorl.group.Support;
import org.whorl.insight.RotationPairs;
import org.whorl.network.Model;

/**
 * Writes Figures 1–4: {@code figureN-grid} as in the paper and {@code figureN-orbits} with orbits in rows, on the disc
 * {@code figureN-disc-grid} and {@code figureN-disc-orbits}, each as PNG, SVG and PDF, and
 * what they show in {@code figures.json} and {@code figures.md}.
 */
public final class FigureFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> FORMATS = List.of("png", "svg", "pdf");

    private FigureFiles() {}

    /**
     * Writes them all.
     *
     * @param models the trained network behind a figure
     * @return what figures.json says of each
     */
    public static List<Map<String, Object>> write(
            Function<PaperFigure, Model> models, Path out, FigureOptions options, boolean quick, Progress progress)
            throws IOException {
        Files.createDirectories(out);
        List<Map<String, Object>> all = new ArrayList<>();
        StringBuilder text = new StringBuilder("# Figures 1–4\n");
        if (quick) {
            text.append("\n**Quick run on parts of the data: filters have hardly begun to form.**\n");
        }
        for (PaperFigure figure : PaperFigure.ALL) {
            progress.report("figures", all.size(), PaperFigure.ALL.size());
            Model model = models.apply(figure);
            String numbers = figure.caption(model);
            FilterBank bank = FilterBank.of(model.parameters(), figure.layer(model));
            String caption = numbers + figure.arrangement(bank, Layout.PAPER);
            for (Layout layout : Layout.values()) {
                for (String format : FORMATS) {
                    figure.picture(model, layout)
                            .write(
                                    out.resolve(file(figure, layout, format)),
                                    options.with("Caption", numbers + figure.arrangement(bank, layout))
                                            .with(About.of(figure.network(), model.spec(), model.provenance())));
                }
            }
            all.add(json(figure, model, caption));
            text.append("\n![").append(caption).append("](").append(file(figure, Layout.PAPER, "png"));
            text.append(")\n\n").append(caption).append("\n");
        }
        write(out.resolve("figures.json"), JSON.writeValueAsString(Map.of("quick", quick, "figures", all)) + "\n");
        write(out.resolve("figures.md"), text.toString());
        return all;
    }

    /** The name of a figure's file. */
    public static String file(PaperFigure figure, Layout layout, String format) {
        return name(figure, layout) + "." + format;
    }

    /** The same without its ending. */
    public static String name(PaperFigure figure, Layout layout) {
        return "figure" + figure.number() + (figure.support() == Support.DISC ? "-disc" : "")
                + (layout == Layout.PAPER ? "-grid" : "-orbits");
    }

    private static Map<String, Object> json(PaperFigure figure, Model model, String caption) {
        RotationPairs pairs = figure.pairs(model);
        RotationPairs learned = figure.learnedPairs(model);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", figure.number());
        json.put("network", figure.network());
        json.put("support", figure.support().name().toLowerCase(Locale.ROOT));
        json.put("layer", figure.layer(model) + 1);
        json.put("filters", pairs.filters());
        json.put("pairs", pairs.pairs());
        json.put("learned_filters", learned.filters());
        json.put("learned_pairs", learned.pairs());
        json.put("correlation", RotationPairs.CORRELATION);
        json.put("epochs", model.provenance().get("epochs"));
        json.put("test_accuracy", model.provenance().get("testAccuracy"));
        json.put("caption", caption);
        json.put("file", file(figure, Layout.PAPER, "png").toLowerCase(Locale.ROOT));
        return json;
    }

    private static void write(Path file, String text) throws IOException {
        ReplacedFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
