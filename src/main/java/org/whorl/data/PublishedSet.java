package org.whorl.data;

import java.util.List;

/**
 * A data set that its publishers offer on the net.
 *
 * @param name as on the command line
 * @param title for people
 * @param licence under which it may be used, as far as its publishers say
 * @param page where to read about it, and get it by hand
 * @param shape the shape of its images
 * @param train how many images it has to train on
 * @param test how many images it has to test on
 * @param classNames its classes, in the order of their labels
 * @param files what to download
 * @param layout how its files are found and read
 */
record PublishedSet(
        String name,
        String title,
        String licence,
        String page,
        ImageShape shape,
        int train,
        int test,
        List<String> classNames,
        List<PublishedFile> files,
        Layout layout) {

    /** The two families of files. */
    enum Layout {
        /** Four IDX files, images and labels, train and t10k. */
        IDX,
        /** Six batches of records of a label byte and 3,072 pixel bytes. */
        CIFAR
    }

    PublishedSet {
        classNames = List.copyOf(classNames);
        files = List.copyOf(files);
    }

    /** What there is to download, in bytes. */
    long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }
}
