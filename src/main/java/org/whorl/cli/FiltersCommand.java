package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.Progress;
import org.whorl.figure.About;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Scaling;
import org.whorl.figure.Sidecar;
import org.whorl.kernel.Geometry;
import org.whorl.network.Model;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;
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

    @Option(
            names = "--layer",
            paramLabel = "L",
            defaultValue = "1",
            description = "From 1 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(
            names = "--layout",
            defaultValue = "orbit",
            converter = Choice.OfLayout.class,
            completionCandidates = Choice.OfLayout.class,
            description =
                    "A row an orbit, or the paper's square grid: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Layout layout;

    @Option(
            names = "--scale",
            defaultValue = "bank",
            converter = Choice.OfScaling.class,
            completionCandidates = Choice.OfScaling.class,
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
        if (layer < 1 || layer > network.spec().layers()) {
            throw usage("--layer: expected 1 to " + network.spec().layers() + ", found " + layer);
        }
        Geometry geometry = network.spec().geometry();
        if (name.endsWith(".npy")) {
            FilterBank bank = FilterBank.of(network.parameters(), layer - 1);
            Npy.write(
                    NpyArray.of(
                            bank.tiles().values(),
                            geometry.filters(),
                            geometry.channels(),
                            geometry.kernelHeight(),
                            geometry.kernelWidth()),
                    out);
            Sidecar.write(out, "Filters of layer " + layer + " [K, C, s, s]", about(network));
        } else {
            FilterBankFigure.of(network.parameters(), layer - 1, layout, scaling)
                    .write(out, options.with(about(network)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("layer", layer);
        json.put("filters", geometry.filters());
        json.put("base_filters", network.spec().baseFilters());
        json.put("order", network.spec().group().order());
        return new Report(
                json,
                out + ": layer " + layer + ", " + geometry.filters() + " filters, "
                        + network.spec().group().describe());
    }

    private Map<String, String> about(Model network) {
        return About.of(model.file().getFileName().toString(), network.spec(), network.provenance());
    }
}
