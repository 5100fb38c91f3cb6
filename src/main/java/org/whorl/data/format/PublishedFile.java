package org.whorl.data.format;

import java.net.URI;
import java.util.List;

/**
 * One file as its publisher offers it.
 *
 * @param name the file's name, also in the cache
 * @param bytes its exact size
 * @param sha256 its SHA-256, in hexadecimal
 * @param mirrors where it can be had, tried in this order
 */
public record PublishedFile(String name, long bytes, String sha256, List<URI> mirrors) {
    /** Keeps its own copy of the list. */
    public PublishedFile {
        mirrors = List.copyOf(mirrors);
    }

    /**
     * A file that several folders on the net hold under its own name.
     *
     * @param folders their addresses, each with a slash at its end
     */
    public static PublishedFile of(String name, long bytes, String sha256, List<String> folders) {
        return new PublishedFile(
                name,
                bytes,
                sha256,
                folders.stream().map(folder -> URI.create(folder + name)).toList());
    }
}
