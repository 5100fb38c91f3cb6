package org.whorl.data.set;

import java.nio.file.Path;

import org.whorl.data.generated.GeneratedSet;
import org.whorl.data.picture.Ground;

/** What the name of a set says, as in {@code rot-folder:DIR}; see {@link Datasets} for all of them. Its words are the name again. */
public sealed interface SetName {
    /** Every image of another set turned by its own angle. */
    record Turned(SetName of) implements SetName {
        private static final String PREFIX = "rot-";

        @Override
        public String toString() {
            return PREFIX + of;
        }
    }

    /** Grey patches of another set's images. */
    record OfPatches(SetName of) implements SetName {
        private static final String PREFIX = "patches-";

        @Override
        public String toString() {
            return PREFIX + of;
        }
    }

    /**
     * Pictures in a folder of each class.
     *
     * @param path as it was written
     */
    record Folder(String path, Ground ground) implements SetName {
        private static final String PREFIX = "folder:";
        private static final String ON_BLACK = "ground=black,";

        @Override
        public String toString() {
            return PREFIX + (ground == Ground.BLACK ? ON_BLACK : "") + path;
        }
    }

    /**
     * IDX files: a pair, or a folder.
     *
     * @param paths as they were written, with a comma between them
     */
    record Idx(String paths) implements SetName {
        private static final String PREFIX = "idx:";

        /** Whether it is images and labels, in a file each. */
        boolean isPair() {
            return paths.indexOf(',') >= 0;
        }

        @Override
        public String toString() {
            return PREFIX + paths;
        }
    }

    /** A set that is drawn when it is asked for, with its options. */
    record Drawn(String name) implements SetName {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Another name: of a set that is known, or of none. */
    record Known(String name) implements SetName {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Takes a name apart; whether there is such a set is for {@link Datasets} to say. */
    static SetName parse(String name) {
        if (name.startsWith(Turned.PREFIX)) {
            return new Turned(parse(name.substring(Turned.PREFIX.length())));
        }
        if (name.startsWith(OfPatches.PREFIX)) {
            return new OfPatches(parse(name.substring(OfPatches.PREFIX.length())));
        }
        if (name.startsWith(Folder.PREFIX)) {
            String path = name.substring(Folder.PREFIX.length());
            return path.startsWith(Folder.ON_BLACK)
                    ? new Folder(path.substring(Folder.ON_BLACK.length()), Ground.BLACK)
                    : new Folder(path, Ground.WHITE);
        }
        if (name.startsWith(Idx.PREFIX)) {
            return new Idx(name.substring(Idx.PREFIX.length()));
        }
        return GeneratedSet.isName(name) ? new Drawn(name) : new Known(name);
    }

    /** A folder with a folder of pictures for every class. */
    static SetName folder(Path folder) {
        return new Folder(folder.toString(), Ground.WHITE);
    }

    /** The set whose images are turned, or this one. */
    default SetName upright() {
        return this instanceof Turned turned ? turned.of() : this;
    }

    /** Whether it is drawn when it is asked for, so that it is nowhere on disk. */
    default boolean isDrawn() {
        return this instanceof Drawn;
    }

    /** Whether it is split, or its images are turned, at random, so that another seed makes another test set. */
    default boolean dependsOnSeed() {
        return this instanceof Turned
                || this instanceof OfPatches
                || this instanceof Folder
                || this instanceof Idx idx && idx.isPair();
    }
}
