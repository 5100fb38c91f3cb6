package org.whorl.ui.view.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.Support;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.paper.Experiment;
import org.whorl.paper.FigureFiles;
import org.whorl.paper.PaperFigure;
import org.whorl.paper.Reproduction;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;

/**
 * One of the paper's figures with the trained network that it is drawn from; without a screen.
 *
 * @param figure which
 * @param model the network, trained on CIFAR-10 without whitening
 * @param bank the layer that it shows
 * @param caption with the numbers of pairs that are turns of one another
 * @param origin where the model is from, in a few words
 */
public record DrawnFigure(PaperFigure figure, Model model, FilterBank bank, String caption, String origin) {
    /** Orbits as short as these stand two in a row. */
    private static final int SHORT_ORBIT = 4;

    /**
     * All figures whose network is there: with Whorl, or else trained here.
     *
     * @param full where the runs of whole tables are kept
     * @param quick where the runs of quick tables are kept
     */
    static List<DrawnFigure> all(Path full, Path quick) {
        List<DrawnFigure> all = new ArrayList<>();
        for (PaperFigure figure : PaperFigure.ALL) {
            try {
                if (Gallery.names().contains(name(figure))) {
                    all.add(of(figure, Gallery.read(name(figure)).model(), "the model that comes with Whorl"));
                } else if (Files.exists(trained(figure, false, full))) {
                    all.add(of(figure, ModelFile.read(trained(figure, false, full)), "trained here"));
                } else if (Files.exists(trained(figure, true, quick))) {
                    all.add(of(
                            figure,
                            ModelFile.read(trained(figure, true, quick)),
                            "from a quick run here, in which filters have hardly begun to form"));
                }
            } catch (IOException e) {
                // A model that cannot be read is as good as none: the sentence in its place says how to make it.
                continue;
            }
        }
        return all;
    }

    /** A figure of a model. */
    static DrawnFigure of(PaperFigure figure, Model model, String origin) {
        return new DrawnFigure(
                figure, model, FilterBank.of(model.parameters(), figure.layer(model)), figure.caption(model), origin);
    }

    /** The caption, and how the filters stand in this layout. */
    String caption(Layout layout) {
        return caption + figure.arrangement(bank, layout);
    }

    /** The name of the model behind a figure. */
    static String name(PaperFigure figure) {
        return figure.experiment(false).name();
    }

    private static Path trained(PaperFigure figure, boolean quick, Path out) {
        Experiment experiment = figure.experiment(quick);
        Path folder = Reproduction.folder(out, experiment, experiment.seeds().get(0));
        // A model is there after every epoch; the run is done when its result is.
        return Files.exists(folder.resolve("result.json")) ? folder.resolve("model.npz") : folder.resolve("none");
    }

    /** Its name for people: “Figure 1 · R60-CNN, last layer”. */
    static String title(PaperFigure figure) {
        return "Figure " + figure.number() + " · " + figure.network()
                + (figure.last() ? ", last layer" : ", first layer");
    }

    /** What to do where its network is not there. */
    static String missing(PaperFigure figure) {
        String missing = "The trained network " + name(figure) + " does not come with this Whorl. ";
        return figure.support() == Support.SQUARE
                ? missing + "Run “" + (figure.order() == 1 ? "Baseline" : "R" + 360 / figure.order() + "-CNN")
                        + "” on CIFAR-10 in Table 1, with Whorl’s best settings, and the figure is drawn here."
                : missing + "“whorl paper figures” trains it.";
    }

    /**
     * The filters as a grid of pictures.
     *
     * @param layout the paper's square grid, or orbits in rows; filters without an orbit stand in the grid
     */
    TileContent content(Layout layout, boolean dark) {
        int order = bank.group().order();
        int[] places = FilterBankFigure.order(bank, order == 1 ? Layout.PAPER : layout);
        int columns = FilterBankFigure.columns(bank, order == 1 ? Layout.PAPER : layout);
        if (layout == Layout.ORBIT && order > 1 && order <= SHORT_ORBIT) {
            places = twoInARow(places, order);
            columns = 2 * order + 1;
        }
        return new TileContent(
                bank.tiles(),
                places,
                columns,
                Scaling.FILTER.limits(bank.tiles()),
                new Coloring(Palette.BLUE_ORANGE, dark, true));
    }

    /** The second half of the orbits beside the first, with a column between. */
    private static int[] twoInARow(int[] places, int order) {
        int orbits = places.length / order;
        int rows = (orbits + 1) / 2;
        int columns = 2 * order + 1;
        return IntStream.range(0, rows * columns)
                .map(i -> {
                    int row = i / columns;
                    int column = i % columns;
                    int orbit = column < order ? row : rows + row;
                    int rotation = column < order ? column : column - order - 1;
                    return column == order || orbit >= orbits ? -1 : places[orbit * order + rotation];
                })
                .toArray();
    }

    /** What the inspector says about a value. */
    Inspection inspect(Place place) {
        int layer = figure.layer(model);
        Inspection filter = FilterInspection.of(
                model.parameters(),
                bank,
                layer,
                place.tile(),
                place.row(),
                place.column(),
                Scaling.FILTER.limits(bank.tiles())[place.tile()],
                Optional.empty());
        // Of another network than the one that the window shows: no filter to select there.
        return new Inspection(
                "figure " + figure.number() + " · " + filter.title(),
                filter.picture(),
                filter.channels(),
                filter.columns(),
                filter.signed(),
                filter.limit(),
                filter.row(),
                filter.column(),
                filter.facts(),
                filter.words(),
                Optional.empty());
    }

    /** What there is to write into files. */
    ExportMenu.Content export(Layout layout) {
        Map<String, String> about = new LinkedHashMap<>(ExportMetadata.of(new ShownNetwork(
                name(figure),
                model.parameters(),
                model.preparation(),
                model.classNames(),
                Optional.empty(),
                model.provenance(),
                1)));
        about.put("Caption", caption(layout));
        return new ExportMenu.Content(
                FigureFiles.name(figure, layout),
                figure.picture(model, layout),
                about,
                Optional.of(out -> Npy.write(
                        NpyArray.of(
                                bank.tiles().values(),
                                bank.tiles().count(),
                                bank.tiles().channels(),
                                bank.tiles().height(),
                                bank.tiles().width()),
                        out)));
    }
}
