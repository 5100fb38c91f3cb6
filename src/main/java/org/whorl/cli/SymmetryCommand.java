package org.whorl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.figure.About;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.Sidecar;
import org.whorl.figure.SymmetryFigure;
import org.whorl.file.ReplacedFile;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.insight.AccuracyByAngle;
import org.whorl.insight.EquivarianceError;
import org.whorl.insight.SymmetryProfile;
import org.whorl.network.Copies;
import org.whorl.network.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how a model's codes and its accuracy follow when images turn. */
@Command(
        name = "symmetry",
        description =
                "Measure equivariance error and accuracy by the angle that test images are turned by. Between the "
                        + "angles of the model's group, orbits are shifted by a fraction.")
final class SymmetryCommand extends ReportingCommand {
    @Mixin
    private ModelOption model;

    @Option(
            names = "--angles",
            paramLabel = "START:STOP:STEP",
            defaultValue = "0:360:15",
            converter = Angles.Converter.class,
            description = "Degrees, without STOP; or a list with commas between (default: ${DEFAULT-VALUE}).")
    private Angles angles;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "Images to turn (default: what the model was trained on).")
    private String data;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data set's files are.")
    private Path folder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "The first N test images (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of angles and splits (default: the one that the model was trained with, where it parts the"
                    + " model's own data set; otherwise 1).")
    private Long seed;

    @Option(
            names = "--interpolation",
            description =
                    "Rotate the filters by another interpolation: ${COMPLETION-CANDIDATES} (default: the model's).")
    private Interpolation interpolation;

    @Mixin
    private PictureOptions picture;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Draw both by angle, as polar plots; ends in .png, .svg or .pdf, or in .csv for the numbers.")
    private Path out;

    SymmetryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        if (limit < 1) {
            throw usage("--limit: expected at least 1 image, found " + limit);
        }
        FigureOptions options = checked(picture::options);
        if (out != null && !out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|svg|pdf|csv)")) {
            throw usage("--out: expected a name that ends in .png, .svg, .pdf or .csv, found " + out);
        }
        Model network = network();
        Provenance trained = Provenance.of(network);
        if (data == null && trained.data().isEmpty()) {
            throw usage("--data: expected a data set, since " + model.file()
                    + " does not say what it was trained on; found none");
        }
        String name = data != null ? data : trained.data();
        long used = trained.seedFor(name, seed);
        Dataset images = Datasets.load(name, Optional.ofNullable(folder), used, progress)
                .test()
                .first(limit);
        List<EquivarianceError> errors = EquivarianceError.of(network, images, angles.degrees(), progress);
        List<Double> accuracy = AccuracyByAngle.of(network, images, angles.degrees(), progress);
        if (out != null) {
            String about = images.size() + " images of " + name;
            write(SymmetryProfile.of(errors, accuracy), network, about, used, options);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("angles", angles.degrees());
        json.put("error", errors.stream().map(EquivarianceError::code).toList());
        json.put("accuracy", accuracy);
        json.put("layer_errors", errors.stream().map(EquivarianceError::layers).toList());
        Copies copies = Copies.of(network.parameters(), 0);
        copies.angle().ifPresent(angle -> json.put("generator_angle", angle));
        List<Double> learned = network.parameters().generatorAngles();
        if (learned.size() > 1) {
            json.put("generator_angles", learned);
        }
        json.put("images", images.size());
        json.put("data", name);
        json.put("seed", used);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d images of %s%n%8s  %10s  %10s",
                Copies.describe(network.parameters()),
                images.size(),
                name,
                "angle",
                "error",
                "accuracy"));
        IntStream.range(0, accuracy.size()).forEach(i -> {
            double angle = angles.degrees().get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%n%7s°  %10.2e  %8.2f %%%s",
                    CyclicGroup.format(angle),
                    errors.get(i).code(),
                    100 * accuracy.get(i),
                    copies.isElement(angle) ? "  element of the group" : ""));
        });
        if (!copies.areRotations()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nnotice: codes are compared as if each copy were turned by %s° more; what a matrix does is not known here",
                    CyclicGroup.format(copies.step())));
        } else if (!copies.closes()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%nnotice: the copies close no circle, so that they are no group's; codes are compared as if the first followed the last"));
        }
        Optional<String> foreign = OtherClasses.of(network, images, Optional.of(name));
        if (foreign.isPresent()) {
            json.put(OtherClasses.KEY, foreign.get());
            text.append(String.format(
                    Locale.ROOT,
                    "%nnotice: %s: %s; what stands under accuracy is none",
                    model.file().getFileName(),
                    foreign.get()));
        }
        if (out != null) {
            json.put("file", out.toString());
            text.append(String.format(Locale.ROOT, "%n%s", out));
        }
        return new Report(json, text.toString());
    }

    /** The model, with its filters rotated as was asked for. */
    private Model network() throws IOException {
        Model read = model.read();
        return interpolation == null
                ? read
                : new Model(
                        read.parameters().with(read.spec().withInterpolation(interpolation)),
                        read.preparation(),
                        read.classNames(),
                        read.provenance());
    }

    private void write(SymmetryProfile profile, Model network, String images, long used, FigureOptions options)
            throws IOException {
        Map<String, String> about = new LinkedHashMap<>(
                About.of(model.file().getFileName().toString(), network.spec(), network.provenance()));
        about.put("Images", images + ", seed " + used);
        if (out.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            ReplacedFile.write(out, stream -> stream.write(profile.toCsv().getBytes(StandardCharsets.UTF_8)));
            Sidecar.write(out, "Equivariance error and accuracy by angle", about);
            return;
        }
        String words = Copies.describe(network.parameters()) + ", " + images + ", counter-clockwise from the top.";
        picture.captioned(SymmetryFigure.of(profile, network.spec(), words)).write(out, options.with(about));
    }
}
