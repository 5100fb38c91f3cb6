package org.whorl.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Checksum;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.PublishedFile;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.Samples;
import org.whorl.data.set.Catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A set that a server of the test offers, and where it is downloaded to. */
abstract class ServedSet {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path cache;

    FileServer server;

    final byte[][] files = new byte[4][];

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
        files[0] = Samples.gzip(noise(60));
        files[1] = Samples.gzip(Samples.idxLabels(60, 10));
        files[2] = Samples.gzip(Samples.idxImages(20, 28, 28));
        files[3] = Samples.gzip(Samples.idxLabels(20, 10));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Images that do not pack well, so that the file is larger than what one read brings. */
    static byte[] noise(int count) {
        byte[] images = Samples.idxImages(count, 28, 28);
        byte[] noise = new byte[images.length - 16];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, images, 16, noise.length);
        return images;
    }

    static String sha256(byte[] content) {
        MessageDigest digest = Checksum.sha256();
        digest.update(content);
        return Checksum.hex(digest);
    }

    /** The set, its first file from these mirrors and the rest from a good one. */
    PublishedSet set(URI... mirrors) {
        List<PublishedFile> published = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = IdxSet.NAMES.get(i) + ".gz";
            List<URI> from = List.of(mirrors);
            if (i > 0 || mirrors.length == 0) {
                String path = "/good/" + name;
                server.serve(path, FileServer.file(files[i], "\"good\""));
                from = List.of(server.uri(path));
            }
            published.add(new PublishedFile(name, files[i].length, sha256(files[i]), from));
        }
        return published("mnist", 60, 20, published);
    }

    /** A set of the catalogue with other files. */
    static PublishedSet published(String name, int train, int test, List<PublishedFile> files) {
        PublishedSet known = Catalog.SETS.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new PublishedSet(
                name,
                known.title(),
                known.licence(),
                known.page(),
                known.shape(),
                train,
                test,
                known.classNames(),
                known.places(),
                files,
                known.format(),
                known.testLabels());
    }

    Downloads downloads(PublishedSet set) {
        return new Downloads(List.of(set), cache, PATIENCE, folder -> Long.MAX_VALUE);
    }

    URI serve(String path, FileServer.Handler handler) {
        server.serve(path, handler);
        return server.uri(path);
    }

    void assertWhole() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(
                    files[i], Files.readAllBytes(cache.resolve("mnist").resolve(IdxSet.NAMES.get(i) + ".gz")));
        }
        assertEquals(List.of("mnist"), names(cache));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    long asked(String path) {
        return server.requests.stream()
                .filter(request -> request.startsWith(path + " "))
                .count();
    }
}
