package org.whorl.data.format;

import java.util.List;
import java.util.Optional;

import org.whorl.data.ImageShape;

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
 * @param places what it, or its folder, is called inside a folder of data sets
 * @param files what to download
 * @param format how its files are found and read
 * @param testLabels the SHA-256 of its unpacked test labels, where those tell it from others of its format
 */
public record PublishedSet(
        String name,
        String title,
        String licence,
        String page,
        ImageShape shape,
        int train,
        int test,
        List<String> classNames,
        List<String> places,
        List<PublishedFile> files,
        SetFormat format,
        Optional<String> testLabels) {

    /** Keeps its own copies of the lists. */
    public PublishedSet {
        classNames = List.copyOf(classNames);
        places = List.copyOf(places);
        files = List.copyOf(files);
    }

    /** What there is to download, in bytes. */
    public long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }
}
