package org.whorl.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data set that can be asked for by its name.
 *
 * @param name as on the command line
 * @param title for people
 * @param licence under which it may be used, for people
 * @param shape the shape of its images
 * @param train how many images it has to train on
 * @param test how many images it has to test on
 * @param builtIn whether it comes with Whorl
 * @param found the folder or archive on this machine that it would be read from, if there is one
 * @param downloadBytes what there is to download to get it, in bytes; 0 where it comes with Whorl
 */
public record DatasetInfo(
        String name,
        String title,
        String licence,
        ImageShape shape,
        int train,
        int test,
        boolean builtIn,
        Optional<Path> found,
        long downloadBytes) {

    /**
     * One that is drawn when it is asked for, with a fifth as many images to test on.
     *
     * @param train how many images it has to train on
     */
    public static DatasetInfo drawn(String name, String title, ImageShape shape, int train) {
        return new DatasetInfo(
                name, title, "drawn by Whorl, free of any", shape, train, train / 5, true, Optional.empty(), 0);
    }

    /** Whether it can be used now, without a download. */
    public boolean available() {
        return builtIn || found.isPresent();
    }
}
