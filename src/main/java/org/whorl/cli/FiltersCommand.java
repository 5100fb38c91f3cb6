package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.Progress;
import org.whorl.figure.About;
import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Sidecar;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.kernel.Geometry;
import org.whorl.network.Copies;
import org.whorl.network.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a layer's filters, as a picture or as numbers. */
@Command(
        name = "filters",
        description =
                "Write a layer's filter bank as a picture (png, svg, pdf) or as numbers (npy: [K, C, s, s], filter "
                        + "k = rotation · B + base).")
final class FiltersCommand extends ReportingCommand {
    @Mixin
    private ModelOption model;

    /** Every layer. */
    private static final String ALL = "all";

    @Option(
            names = "--layer",
            paramLabel = "L|all",
            defaultValue = "1",
            description = "From 1, or all of them on one sheet (default: ${DEFAULT-VALUE}).")
    private String layer;

    @Option(
            names = "--layout",
            defaultValue = "orbit",
            description =
                    "A row an orbit, or the paper's square grid: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Layout layout;

    @Option(
            names = "--scale",
            defaultValue = "bank",
            description = "One colour scale for the bank, or one for each filter: ${COMPLETION-CANDIDATES} (default: "
                    + "${DEFAULT-VALUE}).")
    private Scaling scaling;

    @Mixin
    private PictureOptions picture;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Ends in .png, .svg, .pdf or .npy.")
    private Path out;

    FiltersCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        FigureOptions options = checked(picture::options);
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(png|svg|pdf|npy)")) {
            throw usage("--out: expected a name that ends in .png, .svg, .pdf or .npy, found " + out);
        }
        Model network = model.read();
        int layers = network.spec().layers();
        int number = number(layers);
        if (number == 0 && name.endsWith(".npy")) {
            throw usage("--layer: expected one layer for numbers, found all; write a file for each");
        }
        Geometry geometry = network.spec().geometry();
        if (name.endsWith(".npy")) {
            FilterBank bank = FilterBank.of(network.parameters(), number - 1);
            Npy.write(
                    NpyArray.of(
                            bank.tiles().values(),
                            geometry.filters(),
                            geometry.channels(),
                            geometry.kernelHeight(),
                            geometry.kernelWidth()),
                    out);
            Sidecar.write(out, "Filters of layer " + number + " [K, C, s, s]", about(network));
        } else {
            Figure figure = number > 0
                    ? FilterBankFigure.of(network.parameters(), number - 1, layout, scaling)
                    : FilterBankFigure.allLayers(network.parameters(), layout, scaling, Palette.BLUE_ORANGE);
            picture.captioned(figure).write(out, options.with(about(network)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("layer", number > 0 ? number : ALL);
        json.put("filters", geometry.filters());
        json.put("base_filters", network.spec().baseFilters());
        json.put("order", network.spec().group().order());
        return new Report(
                json,
                out + ": " + (number > 0 ? "layer " + number : layers + " layers") + ", " + geometry.filters()
                        + " filters, " + Copies.describe(network.parameters()));
    }

    /** The layer that is asked for, from 1; 0 for all. */
    private int number(int layers) {
        if (layer.equals(ALL)) {
            return 0;
        }
        try {
            int number = Integer.parseInt(layer);
            if (number >= 1 && number <= layers) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw usage("--layer: expected 1 to " + layers + " or all, found " + layer);
    }

    private Map<String, String> about(Model network) {
        return About.of(model.file().getFileName().toString(), network.spec(), network.provenance());
    }
}
