package org.whorl.figure;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.whorl.data.Progress;
import org.whorl.file.ReplacedFile;
import org.whorl.network.Parameters;

/**
 * A layer's filters as they formed, a frame an epoch.
 *
 * @param title for people
 * @param epochs of which there are filters, rising
 * @param filters has them
 * @param layer from 0
 * @param layout how they are arranged
 * @param scaling of colours: one scale for all frames, or one for each filter and frame
 * @param palette for filters of one channel
 * @param curve over epochs, drawn beside the filters as far as it has come; none where null
 */
public record FilterFilm(
        String title,
        List<Integer> epochs,
        Filters filters,
        int layer,
        Layout layout,
        Scaling scaling,
        Palette palette,
        Series curve) {
    /** How long the last frame stays before the film begins again. */
    private static final double LAST_SECONDS = 2;

    /** The filters of a run, epoch by epoch. */
    @FunctionalInterface
    public interface Filters {
        /** Parameters of which only the filters matter. */
        Parameters at(int epoch) throws IOException;
    }

    public FilterFilm {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException(title + ": expected filters of at least one epoch, found none");
        }
    }

    /**
     * Writes an animated GIF, where the name ends in {@code .gif}, or a video, where it ends in {@code .mp4} and there is ffmpeg; else a folder of
     * numbered PNGs, {@code epoch-00000.png} and so on.
     *
     * @param framesPerSecond 0.1 to 50
     * @param progress told of the frames that are done
     * @throws CancellationException where the progress asks to stop; an unfinished GIF is taken away
     */
    public void write(Path out, double framesPerSecond, FigureOptions options, Progress progress) throws IOException {
        if (!(framesPerSecond >= 0.1 && framesPerSecond <= 50)) {
            throw new IllegalArgumentException("frames per second: expected 0.1 to 50, found " + framesPerSecond);
        }
        double peak = scaling == Scaling.BANK ? peak() : 0;
        if (isGif(out)) {
            writeGif(out, 1 / framesPerSecond, peak, options, progress);
            return;
        }
        if (VideoFile.isVideo(out)) {
            VideoFile.write(out, framesPerSecond, LAST_SECONDS, folder -> frames(folder, peak, options, progress));
            return;
        }
        frames(out, peak, options, progress);
    }

    private void frames(Path out, double peak, FigureOptions options, Progress progress) throws IOException {
        Files.createDirectories(out);
        for (int i = 0; i < epochs.size(); i++) {
            frame(i, peak).write(out.resolve(String.format(Locale.ROOT, "epoch-%05d.png", epochs.get(i))), options);
            tell(progress, i);
        }
    }

    /** The same with a curve over epochs beside the filters, or none where null. */
    public FilterFilm withCurve(Series newCurve) {
        return new FilterFilm(title, epochs, filters, layer, layout, scaling, palette, newCurve);
    }

    /** Whether there is an encoder for videos on this machine; asks it, which takes a moment. */
    public static boolean canBeVideo() {
        return VideoFile.exists();
    }

    /** Whether a name means one file rather than a folder of pictures. */
    public static boolean isFile(Path out) {
        return isGif(out) || VideoFile.isVideo(out);
    }

    /** Whether a name means a GIF. */
    public static boolean isGif(Path out) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".gif");
    }

    private void writeGif(Path out, double seconds, double peak, FigureOptions options, Progress progress)
            throws IOException {
        // Frames lie over one another, which no ground would leave smeared.
        FigureOptions opaque = options.withTransparent(false);
        Figure first = frame(0, peak);
        boolean coloured = filters.at(epochs.get(0)).spec().input().channels() == 3;
        ReplacedFile.write(out, stream -> {
            try (GifFile gif = new GifFile(
                    stream, GifFile.colours(coloured ? null : palette, options.theme()), comment(first, options))) {
                for (int i = 0; i < epochs.size(); i++) {
                    boolean last = i == epochs.size() - 1;
                    gif.add(
                            frame(i, peak).toImage(opaque),
                            last && epochs.size() > 1 ? Math.max(seconds, LAST_SECONDS) : seconds);
                    tell(progress, i);
                }
                gif.finish();
            }
        });
    }

    private void tell(Progress progress, int i) {
        if (!progress.report("drawing frames", i + 1L, epochs.size())) {
            throw new CancellationException("film");
        }
    }

    private static String comment(Figure figure, FigureOptions options) {
        Map<String, String> metadata = FigureFile.metadata(figure, options);
        return "Title: " + metadata.get("Title") + "\n" + FigureFile.describe(metadata);
    }

    /** The greatest value of all frames. */
    private double peak() throws IOException {
        double peak = 0;
        for (int epoch : epochs) {
            peak = Math.max(
                    peak, FilterBank.of(filters.at(epoch), layer).tiles().peak());
        }
        return peak > 0 ? peak : 1;
    }

    /** One frame, its filters under a line that names the epoch. */
    private Figure frame(int i, double peak) throws IOException {
        FilterBank bank = FilterBank.of(filters.at(epochs.get(i)), layer);
        double[] limits = scaling.limits(bank.tiles());
        if (scaling == Scaling.BANK) {
            Arrays.fill(limits, peak);
        }
        Figure figure = FilterBankFigure.of(bank, title + ", layer " + (layer + 1), layout, scaling, palette, limits);
        int last = epochs.get(epochs.size() - 1);
        String epoch = "epoch " + epochs.get(i) + " of " + last;
        return curve == null
                ? new Captioned(figure, epoch)
                : new RowFigure(
                        figure.title(),
                        figure.description(),
                        List.of(
                                new RowFigure.Part(epoch, figure),
                                new RowFigure.Part(curve.name(), until(epochs.get(i)))));
    }

    /** The curve up to an epoch, with the axes of the whole. */
    private Figure until(int epoch) {
        int come = (int) Arrays.stream(curve.x()).filter(x -> x <= epoch).count();
        Series part =
                new Series(curve.name(), curve.style(), Arrays.copyOf(curve.x(), come), Arrays.copyOf(curve.y(), come));
        return new EpochsFigure(
                curve.name(), curve.name() + " up to epoch " + epoch, List.of(part), false, false, curve);
    }

    /** A figure under a line of text. */
    private record Captioned(Figure figure, String caption) implements Figure {
        private static final double LINE = 16;
        private static final float SIZE = 9;

        @Override
        public String title() {
            return figure.title();
        }

        @Override
        public String description() {
            return figure.description();
        }

        @Override
        public double height(double width, Canvas canvas) {
            return canvas.snap(LINE) + figure.height(width, canvas);
        }

        @Override
        public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
            g.setFont(Typeface.plain(SIZE));
            g.setColor(theme.text());
            g.drawString(caption, 4f, (float) (LINE - 5));
            double down = canvas.snap(LINE);
            g.translate(0, down);
            figure.draw(g, width, theme, canvas);
            g.translate(0, -down);
        }
    }
}
