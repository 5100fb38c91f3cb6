package org.whorl.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One owner for a run's folder: a lock of the operating system on its file {@value #NAME}, which dies with its process, however that ends.
 * The file says who holds it, and stays when it is held no more, since whoever deleted it could delete another's.
 */
final class RunLock implements AutoCloseable {
    static final String NAME = "lock";

    /** Names what this process is, for the other one's refusal: “whorl train”, “the window”. */
    static final String OWNER_PROPERTY = "whorl.owner";

    /** Far behind the words, which others may read while it is locked, also where locks are binding. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final int MOST_WORDS = 200;

    private final Path folder;
    private FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder that exists.
     *
     * @throws TrainingException in one line that says who holds it, where another does
     */
    static RunLock of(Path folder) throws IOException {
        return new RunLock(folder, take(folder));
    }

    private static FileChannel take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            if (!locked(channel)) {
                throw new TrainingException(
                        folder + ": expected a run folder that nothing else writes, found it held by " + holder(channel)
                                + "; wait for that to end, or choose another folder");
            }
            String words = String.format(
                    Locale.ROOT,
                    "%s, process %d, since %s%n",
                    System.getProperty(OWNER_PROPERTY, "Whorl"),
                    ProcessHandle.current().pid(),
                    LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
            kept = true;
            return channel;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another run of this same process.
            return false;
        } catch (IOException e) {
            // A file system without locks: no other process can be kept away there.
            return true;
        }
    }

    private static String holder(FileChannel channel) {
        try {
            ByteBuffer words = ByteBuffer.allocate(MOST_WORDS);
            channel.read(words, 0);
            String said = new String(words.array(), 0, words.position(), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\uFFFD]+", " ")
                    .strip();
            return said.isEmpty() ? "another process" : said;
        } catch (IOException e) {
            return "another process";
        }
    }

    /** Takes the lock again where its file, and with it the folder, was deleted meanwhile. */
    void renew() throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            FileChannel next = take(folder);
            channel.close();
            channel = next;
        }
    }

    @Override
    public void close() {
        try (FileChannel held = channel) {
            held.truncate(0);
        } catch (IOException e) {
            // Who held it does not matter any more.
            return;
        }
    }
}
