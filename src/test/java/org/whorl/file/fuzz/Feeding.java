package org.whorl.file.fuzz;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Feeds a reader with spoilt files, always the same ones. It may take one, or refuse it with the declared error in one line that names it;
 * nothing else, and Java's memory has to do.
 *
 * <p>All are several ten thousands: the property {@value #SHARE} says which share of them is tried, 1 for the whole, and {@value #SEED} makes them others.
 */
public final class Feeding {
    private static final String SHARE = "whorl.fuzz";
    private static final double USUAL = 0.04;
    /** Others than the usual ones, by another number. */
    private static final String SEED = "whorl.fuzz.seed";

    /** What a word of an exception would say that only its author understands. */
    private static final String INTERNAL = "Exception";

    private final Path folder;
    private final String name;
    private int taken;
    private int refused;

    /** Reads a file. */
    @FunctionalInterface
    public interface Reader {
        void read(Path file) throws IOException;
    }

    /** Spoils what was good. */
    @FunctionalInterface
    public interface Way {
        byte[] spoil(byte[] good, Random random);
    }

    /**
     * Feeding through one file.
     *
     * @param folder where it is
     * @param name of the file
     */
    public Feeding(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** How many of so many are tried this time. */
    public static int times(int whole) {
        return (int) Math.ceil(whole * Double.parseDouble(System.getProperty(SHARE, String.valueOf(USUAL))));
    }

    /**
     * Spoils and feeds.
     *
     * @param whole how many times, where the whole is tried
     */
    public Feeding feed(int whole, long seed, byte[] good, Way way, Reader reader) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.write(file, good);
        reader.read(file);
        Random random = new Random(seed + Long.getLong(SEED, 0));
        for (int i = 0; i < times(whole); i++) {
            // A new file each time: some file systems make sure of a file on disk whenever it is replaced.
            Files.delete(file);
            Files.write(file, way.spoil(good, random));
            one(file, reader, name + " " + i + " of seed " + seed);
        }
        return this;
    }

    private void one(Path file, Reader reader, String what) {
        try {
            reader.read(file);
            taken++;
        } catch (FileSystemException | RuntimeException | Error e) {
            throw new AssertionError(what + ": expected the declared error, found " + e, e);
        } catch (IOException e) {
            refused++;
            String words = String.valueOf(e.getMessage());
            boolean plain = words.contains(file.getFileName().toString())
                    && words.contains("expected")
                    && !words.contains("\n")
                    && !words.contains(INTERNAL);
            if (!plain) {
                fail(what + ": " + words, e);
            }
        }
    }

    /** Checks that spoiling did what it should: a good part was refused, and some was still taken. */
    public void finish() {
        assertTrue(taken > 0 && refused > (taken + refused) / 8, "taken " + taken + ", refused " + refused);
    }
}
