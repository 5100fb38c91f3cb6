package org.whorl.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/** How the files of published sets lie and are read: one class a format. */
public interface SetFormat {
    /** Four IDX files, images and labels, train and t10k. */
    SetFormat IDX = new IdxFormat();

    /** Six batches of records of a label byte and 3,072 pixel bytes. */
    SetFormat CIFAR = new CifarFormat();

    /** All of them, in the order in which they are looked for. */
    List<SetFormat> ALL = List.of(IDX, CIFAR);

    /** Whether a whole set is in this folder, or this is a file that may be one. */
    boolean isAt(Path path);

    /** What has to be in a folder, for people. */
    String expects();

    /** What is at a place or beside it that is not read, and what to do about it. */
    default Optional<String> insteadAt(Path path) {
        return Optional.empty();
    }

    /**
     * Reads a set.
     *
     * @param found the folder or file that {@link #isAt} recognised
     * @throws DataException where something is wrong with the files
     * @throws java.util.concurrent.CancellationException where the progress asks to stop
     */
    TrainTest read(PublishedSet set, Path found, Progress progress) throws IOException;

    /** Reads whatever set of this format there is, which need not be the one that it is like. */
    default TrainTest readAny(PublishedSet like, Path found, Progress progress) throws IOException {
        return read(like, found, progress);
    }

    /** What such a set is, for people. */
    default String kind(PublishedSet like) {
        return like.title();
    }

    /**
     * Which set it looks like: the one that was looked for, or another of this format.
     *
     * @param set the one that was looked for
     * @param found where files of this format are
     * @param published the sets that it may be
     * @return nothing where it is of this format, but none of those
     * @throws IOException where what tells the sets apart cannot be read
     */
    default Optional<PublishedSet> looksLike(PublishedSet set, Path found, List<PublishedSet> published)
            throws IOException {
        return Optional.of(set);
    }

    /** Whether files are read as they are downloaded. */
    boolean readsDownloads();

    /**
     * Brings a file as it was downloaded into the folder that is read.
     *
     * @throws DataException where it is an archive of something else than the set
     */
    void unpack(Path downloaded, Path folder, Progress progress) throws IOException;
}
