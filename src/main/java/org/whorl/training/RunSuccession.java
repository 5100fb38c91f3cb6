package org.whorl.training;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.whorl.file.ReplacedFile;

/**
 * How a run takes the place of another in a folder so that none is lost, whenever the process is killed. The new run's files are made in
 * {@value #DRAFT}; one renaming to {@value #NEXT} decides that it begins. From then on the older run is put away and the new one takes its
 * place, by steps that can be done again: whoever finds {@value #NEXT} goes on with them, and whoever finds {@value #DRAFT} deletes it.
 */
final class RunSuccession {
    private static final String DRAFT = ".whorl-begin";
    private static final String NEXT = ".whorl-next";
    /** Where the older run is gathered before it goes to its {@link EarlierRun} as a whole. */
    private static final String OLD = ".whorl-old";

    /** The description last, since a folder that has it is a run's. */
    private static final List<String> NEW = List.of(RunFolder.HISTORY, MetricsFile.NAME, RunRecord.FILE);

    private static final List<String> LEARNED = List.of(RunFolder.CHECKPOINT, RunFolder.MODEL);

    /** What a run has only when it has wholly begun. */
    private static final List<String> LATER = List.of(StepCurves.FILE, RunFolder.CHECKPOINT, RunFolder.MODEL);

    private final Path folder;

    RunSuccession(Path folder) {
        this.folder = folder;
    }

    /** Writes the first files of a run into a folder. */
    @FunctionalInterface
    interface FirstFiles {
        void writeTo(Path draft) throws IOException;
    }

    /** Begins a run whose first files are written by {@code first}. */
    void begin(FirstFiles first) throws IOException {
        settle();
        Path draft = Files.createDirectories(folder.resolve(DRAFT));
        first.writeTo(draft);
        ReplacedFile.forceFolder(draft);
        ReplacedFile.move(draft, folder.resolve(NEXT));
        settle();
    }

    /** Whether a beginning was broken off. */
    boolean isOpen() {
        return Stream.of(DRAFT, NEXT, OLD).anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Finishes a beginning that was broken off after it was decided, or takes it back where it was not. */
    void settle() throws IOException {
        deleteTree(folder.resolve(DRAFT));
        Path next = folder.resolve(NEXT);
        Path old = folder.resolve(OLD);
        if (Files.isDirectory(next)) {
            Files.createDirectories(old);
            for (String name : LATER) {
                moveIfThere(folder.resolve(name), old.resolve(name));
            }
            for (String name : NEW) {
                if (Files.exists(next.resolve(name))) {
                    moveIfThere(folder.resolve(name), old.resolve(name));
                }
            }
        }
        putAway(old);
        if (Files.isDirectory(next)) {
            for (String name : NEW) {
                moveIfThere(next.resolve(name), folder.resolve(name));
            }
            deleteTree(next);
        }
    }

    /** Keeps the older run, if it had learned anything. */
    private void putAway(Path old) throws IOException {
        if (LEARNED.stream().anyMatch(name -> Files.exists(old.resolve(name)))) {
            ReplacedFile.move(old, EarlierRun.next(folder));
        } else {
            deleteTree(old);
        }
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            ReplacedFile.move(from, to);
        }
    }

    private static void deleteTree(Path place) throws IOException {
        try {
            Files.deleteIfExists(place);
        } catch (DirectoryNotEmptyException e) {
            try (Stream<Path> inside = Files.list(place)) {
                for (Path each : inside.toList()) {
                    deleteTree(each);
                }
            }
            Files.deleteIfExists(place);
        } catch (NoSuchFileException e) {
            return;
        }
    }
}
