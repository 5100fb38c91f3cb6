package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.format.IdxFile;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.insight.CopyUsage;
import org.whorl.insight.ReconstructionQuality;
import org.whorl.insight.TestResult;
import org.whorl.network.Model;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model on images that it has not seen. */
@Command(name = "evaluate", description = "Measure a model's accuracy and loss on a data set's test images.")
final class EvaluateCommand extends ReportingCommand {
    /** Images whose reconstruction is measured layer by layer; more would change nothing but the waiting. */
    private static final int RECONSTRUCTED = 1000;

    /** Images of which it is measured which copies they use. */
    private static final int USED = 200;

    @Mixin
    private ModelOption model;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data set's files are.")
    private Path folder;

    @Option(
            names = "--rotate",
            paramLabel = "random|DEGREES",
            description = "Turn every image, each by its own angle or all by one, counter-clockwise.")
    private String rotate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of angles and splits (default: the one that the model was trained with, where it parts the"
                    + " model's own data set; otherwise 1).")
    private Long seed;

    EvaluateCommand(Terminal terminal) {
        super(terminal);
    }

    /** A data set by its name, or a pair of files. */
    static final class Source {
        @Option(names = "--data", paramLabel = "NAME", required = true, description = "A data set, as for train.")
        private String name;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private Files files;
    }

    /** A pair of IDX files. */
    static final class Files {
        @Option(names = "--images", paramLabel = "IDX", required = true, description = "Images in MNIST's format.")
        private Path images;

        @Option(names = "--labels", paramLabel = "IDX", required = true, description = "Their labels.")
        private Path labels;
    }

    @Override
    Report report(Progress progress) throws Exception {
        double degrees = degrees();
        Model network = model.read();
        Provenance trained = Provenance.of(network);
        String set = source.name == null ? "" : source.name;
        long used = trained.seedFor(set, seed);
        Dataset images = turned(images(used, progress), degrees, used);
        Preparation preparation = trained.forTesting(network, images, progress);
        TestResult result = test(network, preparation, images, progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accuracy", result.accuracy());
        json.put("loss", result.loss());
        json.put("images", result.images());
        json.put("seed", used);
        json.put("confusion", result.confusion().rows());
        json.put("classes", result.confusion().classNames());
        String text = Double.isNaN(result.accuracy())
                ? String.format(Locale.ROOT, "loss %.4f, %d images", result.loss(), result.images())
                : String.format(
                        Locale.ROOT,
                        "accuracy %.2f %%, loss %.4f, %d images",
                        100 * result.accuracy(),
                        result.loss(),
                        result.images());
        if (network.spec().objective().reconstructs()) {
            ReconstructionQuality reconstruction =
                    ReconstructionQuality.of(network, images.first(RECONSTRUCTED), progress);
            json.put("psnr", reconstruction.psnr());
            json.put("active", reconstruction.activeFractions());
            text += text(reconstruction);
        }
        if (network.spec().generator().hasMatrices()) {
            CopyUsage usage = CopyUsage.of(network, images.first(USED), progress);
            json.put("copy_usage", usage.shares());
            text += text(usage);
        }
        Optional<String> foreign = OtherClasses.of(network, images, Optional.ofNullable(source.name));
        if (foreign.isPresent()) {
            json.put(OtherClasses.KEY, foreign.get());
            text += String.format(
                    Locale.ROOT,
                    "%nnotice: %s: %s; this is no accuracy",
                    model.file().getFileName(),
                    foreign.get());
        }
        if (trained.whitening() == Whitening.EACH) {
            text += String.format(Locale.ROOT, "%nwhitened by their own statistics, as the model was trained");
        }
        if (trained.maySeeAgain(set, used)) {
            text += String.format(
                    Locale.ROOT,
                    "%nnotice: the model was trained by the split of seed %d; some of these images may be among those it learned from",
                    trained.seed().getAsLong());
        }
        return new Report(json, text);
    }

    private TestResult test(Model network, Preparation preparation, Dataset images, Progress progress) throws Failure {
        TestResult result;
        try {
            result = TestResult.of(network, preparation, images, progress);
        } catch (IllegalArgumentException e) {
            String what = source.name != null ? source.name : source.files.images + ", " + source.files.labels;
            throw new Failure(what + ": " + e.getMessage(), e);
        }
        if (!Double.isFinite(result.loss())) {
            throw new Failure(model.file() + ": expected a finite loss, found " + result.loss()
                    + "; the model's numbers are too large or too small");
        }
        return result;
    }

    private static String text(ReconstructionQuality reconstruction) {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < reconstruction.psnr().size(); l++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nlayer %d   reconstruction %.2f dB PSNR, %.1f %% of the code is zero (%,d images)",
                    l + 1,
                    reconstruction.psnr().get(l),
                    100 * (1 - reconstruction.activeFractions().get(l)),
                    reconstruction.images()));
        }
        return text.toString();
    }

    private static String text(CopyUsage usage) {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < usage.shares().size(); l++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nlayer %d   of the code on each copy %s %%, as %.1f copies used alike (%,d images)",
                    l + 1,
                    usage.shares().get(l).stream()
                            .map(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                            .collect(Collectors.joining(", ")),
                    usage.copiesInUse(l),
                    usage.images()));
        }
        return text.toString();
    }

    private Dataset images(long used, Progress progress) throws IOException {
        return source.name != null
                ? Datasets.load(source.name, Optional.ofNullable(folder), used, progress)
                        .test()
                : IdxFile.read(source.files.images, source.files.labels, progress);
    }

    /** The one angle, or NaN where every image has its own. */
    private double degrees() {
        if (rotate == null) {
            return 0;
        }
        if (rotate.equals("random")) {
            return Double.NaN;
        }
        try {
            double degrees = Double.parseDouble(rotate);
            if (Double.isFinite(degrees)) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw usage("--rotate: expected random or degrees, found " + rotate);
        }
        throw usage("--rotate: expected random or degrees, found " + rotate);
    }

    private static Dataset turned(Dataset images, double degrees, long seed) {
        if (degrees == 0) {
            return images;
        }
        return Double.isNaN(degrees) ? ImageRotation.turnRandomly(images, seed) : ImageRotation.turn(images, degrees);
    }
}
