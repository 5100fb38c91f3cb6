package org.whorl.data.format;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.whorl.data.DataException;
import org.whorl.data.Limits;
import org.whorl.data.source.SourceFile;

/** The sub-folders of a folder of pictures: classes, parts to train and to test on, and what operating systems leave behind. */
public final class ClassFolders {
    /** Names in small letters. */
    private static final Set<String> LEFT_BEHIND = Set.of(
            "__macosx", "@eadir", "$recycle.bin", "system volume information", "lost+found", "#recycle", ".trashes");

    private static final Set<String> TRAIN = Set.of("train", "training", "trainset", "train_set");
    private static final Set<String> TEST = Set.of("test", "testing", "testset", "test_set");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "validation");

    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    /** Class 2 before class 10; where numbers are alike, by all of the name. */
    static final Comparator<Path> NATURAL =
            Comparator.<Path, String>comparing(path -> path.getFileName().toString(), ClassFolders::compare);

    private ClassFolders() {}

    /**
     * Folders that say what is for training and what for testing.
     *
     * @param leftOut the validation part, where there is a test part as well
     */
    public record Parts(Path train, Path test, Optional<Path> leftOut) {}

    /**
     * The parts of a folder, under any usual words for them in any letters; none where it has no such with classes in them.
     *
     * @throws DataException where a folder cannot be listed, or has too many files
     */
    public static Optional<Parts> parts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> folders = in(folder, new ArrayList<>());
        Optional<Path> train = named(folders, TRAIN);
        Optional<Path> test = named(folders, TEST);
        Optional<Path> validation = named(folders, VALIDATION);
        if (train.isEmpty()
                || test.isEmpty() && validation.isEmpty()
                || in(train.get(), new ArrayList<>()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Parts(
                train.get(),
                test.or(() -> validation).orElseThrow(),
                test.isPresent() ? validation : Optional.empty()));
    }

    private static Optional<Path> named(List<Path> folders, Set<String> names) {
        return folders.stream()
                .filter(path -> names.contains(path.getFileName().toString().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The sub-folders that may be classes, in natural order.
     *
     * @param skipped receives a line for each that is none, but hidden ones
     */
    static List<Path> in(Path root, List<String> skipped) throws IOException {
        List<Path> classes = new ArrayList<>();
        for (Path path : list(root)) {
            if (!Files.isDirectory(path)) {
                continue;
            }
            if (LEFT_BEHIND.contains(path.getFileName().toString().toLowerCase(Locale.ROOT))) {
                skipped.add(path + ": no class, but a folder that an operating system left behind");
            } else {
                classes.add(path);
            }
        }
        return classes;
    }

    /**
     * The files of a class, in natural order, but hidden ones.
     *
     * @throws DataException where the folder cannot be listed, or has too many files
     */
    public static List<Path> filesOf(Path folder) throws IOException {
        return list(folder).stream().filter(path -> !Files.isDirectory(path)).toList();
    }

    /** What is in a folder but hidden files, in natural order of names, so that a set is the same on every machine. */
    private static List<Path> list(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new DataException(root + ": expected a folder, found " + (Files.exists(root) ? "a file" : "none"));
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
            for (Path path : stream) {
                String name = path.getFileName().toString();
                if (!name.startsWith(".")
                        && !name.equalsIgnoreCase("Thumbs.db")
                        && !name.equalsIgnoreCase("desktop.ini")) {
                    paths.add(path);
                }
                if (paths.size() > Limits.MAX_IMAGES) {
                    throw new DataException(
                            root + ": expected at most " + Limits.MAX_IMAGES + " files, found more; use fewer");
                }
            }
        } catch (IOException e) {
            throw SourceFile.explain(root, e);
        }
        paths.sort(NATURAL);
        return paths;
    }

    private static int compare(String a, String b) {
        Matcher left = PIECE.matcher(a);
        Matcher right = PIECE.matcher(b);
        while (left.find() && right.find()) {
            boolean numbers = Character.isDigit(left.group().charAt(0))
                    && Character.isDigit(right.group().charAt(0));
            int order = numbers
                    ? new BigInteger(left.group()).compareTo(new BigInteger(right.group()))
                    : left.group().compareTo(right.group());
            if (order != 0) {
                return order;
            }
        }
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }
}
