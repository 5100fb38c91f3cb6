package org.whorl.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.whorl.file.ReplacedFile;

/** Writes a video of numbered pictures by ffmpeg, where the machine has it. */
final class VideoFile {
    private static final String ENCODER = "ffmpeg";
    private static final int MOST_WORDS = 200;

    private VideoFile() {}

    /** Makes pictures. */
    @FunctionalInterface
    interface Pictures {
        /** Writes PNGs whose names sort as they follow one another. */
        void write(Path folder) throws IOException;
    }

    static boolean isVideo(Path out) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".mp4");
    }

    /**
     * Writes a video, H.264 in an MP4 file, beside the target, then moves.
     *
     * @param lastSeconds how long the last picture stays
     */
    static void write(Path out, double framesPerSecond, double lastSeconds, Pictures pictures) throws IOException {
        if (!exists()) {
            throw new IOException(out + ": expected the program " + ENCODER
                    + " for a video, found none; install it, or write a .gif");
        }
        Path folder = Files.createTempDirectory("whorl-film");
        try {
            pictures.write(folder);
            Path video = folder.resolve("film.mp4");
            encode(list(folder, framesPerSecond, lastSeconds), video);
            ReplacedFile.write(out, stream -> Files.copy(video, stream));
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** The pictures in order and how long each stays, as ffmpeg's concatenation wants it; it forgets the last one's time unless that comes twice. */
    private static Path list(Path folder, double framesPerSecond, double lastSeconds) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(each -> each.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = "frame-" + i + ".png";
            Files.move(files.get(i), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            boolean last = i == files.size() - 1;
            lines.add("file " + name);
            lines.add(String.format(
                    Locale.ROOT,
                    "duration %.4f",
                    last ? Math.max(lastSeconds, 1 / framesPerSecond) : 1 / framesPerSecond));
        }
        lines.add("file frame-" + (files.size() - 1) + ".png");
        return Files.write(folder.resolve("frames.txt"), lines, StandardCharsets.UTF_8);
    }

    static boolean exists() {
        try {
            return run(List.of(ENCODER, "-hide_banner", "-version")).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void encode(Path list, Path out) throws IOException {
        String said = run(List.of(
                ENCODER,
                "-hide_banner",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "concat",
                "-i",
                list.toString(),
                "-vf",
                // H.264 wants even sides.
                "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white,fps=25",
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "+faststart",
                out.toString()));
        if (!said.isEmpty()) {
            throw new IOException(out.getFileName() + ": expected " + ENCODER
                    + " to write a video, found that it said: "
                    + said.substring(0, Math.min(MOST_WORDS, said.length())).strip());
        }
    }

    /** What a program says where it fails; nothing where it does not. */
    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : said + " ";
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(ENCODER + ": interrupted", e);
        }
    }
}
