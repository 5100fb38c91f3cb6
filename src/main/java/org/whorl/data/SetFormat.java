package org.whorl.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the files of published sets lie and are read: one class a format. */
interface SetFormat {
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

    /** Reads a set. */
    TrainTest read(PublishedSet set, Path found, Progress progress) throws IOException;

    /** Reads whatever set of this format there is, which need not be the one that it is like. */
    default TrainTest readAny(PublishedSet like, Path found, Progress progress) throws IOException {
        return read(like, found, progress);
    }

    /** What such a set is, for people. */
    default String kind(PublishedSet like) {
        return like.title();
    }

    /** Which set it looks like: the one that was looked for, or another of this format. */
    default FoundSet looksLike(PublishedSet set, Path found) throws IOException {
        return new FoundSet(set.name(), Optional.of(found));
    }

    /** Whether files are read as they are downloaded. */
    boolean readsDownloads();

    /** Brings a file as it was downloaded into the folder that is read. */
    void unpack(Path downloaded, Path folder, Progress progress) throws IOException;
}
