package org.whorl.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DownloadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path cache;

    private FileServer server;
    private final byte[][] files = new byte[4][];

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
    private static byte[] noise(int count) {
        byte[] images = Samples.idxImages(count, 28, 28);
        byte[] noise = new byte[images.length - 16];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, images, 16, noise.length);
        return images;
    }

    private static String sha256(byte[] content) {
        MessageDigest digest = Checksum.sha256();
        digest.update(content);
        return Checksum.hex(digest);
    }

    /** The set, its first file from these mirrors and the rest from a good one. */
    private PublishedSet set(URI... mirrors) {
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
    private static PublishedSet published(String name, int train, int test, List<PublishedFile> files) {
        PublishedSet known = Catalog.find(name).orElseThrow();
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

    private Downloads downloads(PublishedSet set) {
        return new Downloads(List.of(set), cache, PATIENCE, folder -> Long.MAX_VALUE);
    }

    private URI serve(String path, FileServer.Handler handler) {
        server.serve(path, handler);
        return server.uri(path);
    }

    private void assertWhole() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(
                    files[i], Files.readAllBytes(cache.resolve("mnist").resolve(IdxSet.NAMES.get(i) + ".gz")));
        }
        assertEquals(List.of("mnist"), names(cache));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private long asked(String path) {
        return server.requests.stream()
                .filter(request -> request.startsWith(path + " "))
                .count();
    }

    @Test
    void getsASetThatCanThenBeLoaded() throws Exception {
        List<Long> totals = new ArrayList<>();
        Path place = downloads(set()).fetch("rot-mnist", (what, done, total) -> {
            assertTrue(what.startsWith("downloading ") && done <= total, what);
            totals.add(total);
            return true;
        });
        assertEquals(cache.resolve("mnist"), place);
        assertWhole();
        assertTrue(totals.contains((long) files[0].length));
        Places places = new Places(cache, cache.resolve("w"), cache.resolve("h"), cache.resolve("s"));
        TrainTest set = Datasets.load("mnist", Optional.empty(), 1, Progress.NONE, places);
        assertEquals(60, set.train().size());
        assertEquals(
                Optional.of(place),
                Datasets.list(places).stream()
                        .filter(info -> info.name().equals("mnist"))
                        .findFirst()
                        .orElseThrow()
                        .found());
    }

    @Test
    void whatIsThereIsNotFetchedAgainAndWhatIsSpoiltIs() throws Exception {
        PublishedSet set = set();
        downloads(set).fetch("mnist", Progress.NONE);
        int asked = server.requests.size();
        downloads(set).fetch("mnist", Progress.NONE);
        assertEquals(asked, server.requests.size());
        Files.write(cache.resolve("mnist").resolve("t10k-labels-idx1-ubyte.gz"), new byte[files[3].length]);
        downloads(set).fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void slowServer() throws Exception {
        URI slow = serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, files[0].length);
            OutputStream out = exchange.getResponseBody();
            for (int at = 0; at < files[0].length; at += 997) {
                out.write(files[0], at, Math.min(997, files[0].length - at));
                out.flush();
            }
        });
        downloads(set(slow)).fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void cutInTheMiddleAndContinued() throws Exception {
        URI cut = serve("/cut", FileServer.cut(files[0], "\"a\"", 20_000));
        downloads(set(cut)).fetch("mnist", Progress.NONE);
        assertWhole();
        assertEquals("/cut null null", server.requests.get(0));
        assertEquals("/cut bytes=20000- \"a\"", server.requests.get(1));
        assertEquals(3, asked("/cut"));
    }

    @Test
    void fileThatChangedMeanwhileStartsAfresh() throws Exception {
        byte[] other = new byte[files[0].length];
        boolean[] changed = {false};
        URI mirror = serve("/changing", exchange -> {
            boolean first = !changed[0];
            changed[0] = true;
            if (first) {
                FileServer.cut(other, "\"old\"", 10_000).handle(exchange);
            } else {
                FileServer.file(files[0], "\"new\"").handle(exchange);
            }
        });
        downloads(set(mirror)).fetch("mnist", Progress.NONE);
        assertWhole();
        assertEquals("/changing bytes=10000- \"old\"", server.requests.get(1));
        assertEquals(2, asked("/changing"));
    }

    @Test
    void serverThatKnowsNoRangesSendsAllOfItAgain() throws Exception {
        boolean[] second = {false};
        URI mirror = serve("/simple", exchange -> {
            boolean whole = second[0];
            second[0] = true;
            exchange.sendResponseHeaders(200, files[0].length);
            exchange.getResponseBody().write(files[0], 0, whole ? files[0].length : 5_000);
            exchange.getResponseBody().flush();
        });
        downloads(set(mirror)).fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void serverThatAlwaysCutsAtTheSamePlaceIsGivenUp() throws Exception {
        URI mirror = serve("/stuck", exchange -> {
            exchange.sendResponseHeaders(200, files[0].length);
            exchange.getResponseBody().write(files[0], 0, 5_000);
            exchange.getResponseBody().flush();
        });
        Refusal.of(() -> downloads(set(mirror)).fetch("mnist", Progress.NONE), "/stuck", "by hand");
        assertFalse(Files.exists(cache.resolve("mnist")));
    }

    @Test
    void partOfOneMirrorIsContinuedFromAnother() throws Exception {
        int half = files[0].length / 2;
        boolean[] gone = {false};
        URI first = serve("/dying", exchange -> {
            boolean dead = gone[0];
            gone[0] = true;
            (dead ? FileServer.status(503) : FileServer.cut(files[0], "\"a\"", half)).handle(exchange);
        });
        URI second = serve("/other", FileServer.file(files[0], "\"b\""));
        downloads(set(first, second)).fetch("mnist", Progress.NONE);
        assertWhole();
        assertTrue(server.requests.contains("/other bytes=" + half + "- null"), server.requests.toString());
    }

    @Test
    void partThatDoesNotFitIsThrownAway() throws Exception {
        Path work = Files.createDirectories(cache.resolve("mnist.part"));
        String name = "train-images-idx3-ubyte.gz.part";
        for (int length : new int[] {100, files[0].length, files[0].length + 5}) {
            Files.createDirectories(work);
            Files.write(work.resolve(name), new byte[length]);
            URI mirror = serve("/again" + length, FileServer.file(files[0], "\"a\""));
            downloads(set(mirror)).fetch("mnist", Progress.NONE);
            assertWhole();
            Files.delete(cache.resolve("mnist").resolve("train-images-idx3-ubyte.gz"));
            server.close();
            server = new FileServer();
        }
    }

    @Test
    void wrongChecksum() throws Exception {
        byte[] wrong = files[0].clone();
        wrong[wrong.length / 2] ^= 1;
        URI mirror = serve("/wrong", FileServer.file(wrong, "\"w\""));
        Refusal.of(() -> downloads(set(mirror)).fetch("mnist", Progress.NONE), "/wrong", "SHA-256", sha256(files[0]));
        assertFalse(Files.exists(cache.resolve("mnist")));
        assertFalse(names(cache.resolve("mnist.part")).stream().anyMatch(name -> name.startsWith("train-images")));
        URI good = serve("/right", FileServer.file(files[0], "\"r\""));
        server.close();
        server = new FileServer();
        server.serve("/wrong", FileServer.file(wrong, "\"w\""));
        server.serve("/right", FileServer.file(files[0], "\"r\""));
        assertEquals("/right", good.getPath());
        downloads(set(server.uri("/wrong"), server.uri("/right"))).fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void wrongLength() {
        URI shorter = serve("/short", FileServer.file(new byte[10], "\"s\""));
        URI longer = serve("/long", exchange -> {
            // Chunked, so that only counting tells.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[files[0].length + 1]);
        });
        Refusal.of(
                () -> downloads(set(shorter, longer)).fetch("mnist", Progress.NONE),
                "a file of 10 bytes",
                "a file of more than " + files[0].length);
        assertFalse(Files.exists(cache.resolve("mnist")));
    }

    @Test
    void missingThenMirror() throws Exception {
        URI missing = serve("/missing", FileServer.status(404));
        URI good = serve("/mirror", FileServer.file(files[0], "\"m\""));
        downloads(set(missing, good)).fetch("mnist", Progress.NONE);
        assertWhole();
        assertEquals(1, asked("/missing"));
    }

    @Test
    void everyMirrorFails() {
        URI missing = serve("/missing", FileServer.status(404));
        URI broken = serve("/broken", FileServer.status(500));
        Refusal.of(
                () -> downloads(set(missing, broken)).fetch("mnist", Progress.NONE),
                "train-images-idx3-ubyte.gz",
                "/missing: status 404",
                "/broken: status 500");
        assertFalse(Files.exists(cache.resolve("mnist")));
    }

    @Test
    void noConnection() {
        URI gone = server.uri("/gone");
        PublishedSet set = set(gone);
        server.close();
        Refusal.of(() -> downloads(set).fetch("mnist", Progress.NONE), gone.toString(), "check the connection");
    }

    @Test
    void redirect() throws Exception {
        URI target = serve("/target", FileServer.file(files[0], "\"t\""));
        URI moved = serve("/moved", FileServer.redirect(target));
        downloads(set(moved)).fetch("mnist", Progress.NONE);
        assertWhole();
        URI circle = serve("/circle", FileServer.redirect(server.uri("/circle")));
        Files.delete(cache.resolve("mnist").resolve("train-images-idx3-ubyte.gz"));
        PublishedFile endless =
                new PublishedFile("train-images-idx3-ubyte.gz", files[0].length, sha256(files[0]), List.of(circle));
        PublishedSet set = published("mnist", 1, 1, List.of(endless));
        Refusal.of(() -> downloads(set).fetch("mnist", Progress.NONE), "/circle");
    }

    @Test
    void cancelledInTheMiddleAndContinuedLater() throws Exception {
        URI stalling = serve("/stalling", server.stalling(files[0], 30_000));
        assertThrows(CancellationException.class, () -> downloads(set(stalling))
                .fetch("mnist", (what, done, total) -> done < 30_000));
        assertFalse(Files.exists(cache.resolve("mnist")));
        assertEquals(30_000, Files.size(cache.resolve("mnist.part").resolve("train-images-idx3-ubyte.gz.part")));
        server.close();
        server = new FileServer();
        URI good = serve("/stalling", FileServer.file(files[0], "\"g\""));
        downloads(set(good)).fetch("mnist", Progress.NONE);
        assertWhole();
        assertEquals("/stalling bytes=30000- null", server.requests.get(0));
    }

    @Test
    void cancelledBeforeTheServerAnswers() {
        URI silent =
                serve("/silent", exchange -> server.stalling(new byte[0], 0).handle(exchange));
        int[] asked = {0};
        assertThrows(CancellationException.class, () -> downloads(set(silent))
                .fetch("mnist", (what, done, total) -> ++asked[0] < 2));
    }

    @Test
    void serverThatFallsSilentIsGivenUp() throws Exception {
        URI stalling = serve("/stalling", server.stalling(files[0], 30_000));
        URI good = serve("/good", FileServer.file(files[0], "\"g\""));
        PublishedSet set = set(stalling, good);
        new Downloads(List.of(set), cache, Duration.ofMillis(150), folder -> Long.MAX_VALUE)
                .fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void tooLittleSpace() throws Exception {
        PublishedSet set = set();
        Downloads full = new Downloads(List.of(set), cache, PATIENCE, folder -> 1 << 20);
        Refusal.of(() -> full.fetch("mnist", Progress.NONE), cache.toString(), "16 MiB of free space", "found 1 MiB");
        assertEquals(List.of(), server.requests);
        assertFalse(Files.exists(cache.resolve("mnist")));
    }

    @Test
    void cacheThatCannotBeWritten() throws Exception {
        Path file = Files.write(cache.resolve("file"), new byte[1]);
        Downloads downloads = new Downloads(List.of(set()), file, PATIENCE, folder -> Long.MAX_VALUE);
        Refusal.of(() -> downloads.fetch("mnist", Progress.NONE), file.toString(), "WHORL_CACHE");
        Files.createDirectories(cache.resolve("mnist.part").resolve("train-images-idx3-ubyte.gz.part"));
        URI good = serve("/one", FileServer.file(files[0], "\"g\""));
        PublishedSet set = published(
                "mnist",
                1,
                1,
                List.of(new PublishedFile(
                        "train-images-idx3-ubyte.gz", files[0].length, sha256(files[0]), List.of(good))));
        Refusal.of(() -> downloads(set).fetch("mnist", Progress.NONE), "expected to write", "WHORL_CACHE");
    }

    @Test
    void twoDownloadsOfTheSameSet() throws Exception {
        PublishedSet set = set();
        Path work = Files.createDirectories(cache.resolve("mnist.part"));
        try (FileChannel other =
                FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertTrue(other.tryLock() != null);
            Refusal.of(() -> downloads(set).fetch("mnist", Progress.NONE), "another download");
        }
        downloads(set).fetch("mnist", Progress.NONE);
        assertWhole();
    }

    @Test
    void archiveIsUnpackedBesideAndMovedIntoPlace() throws Exception {
        byte[] archive = Samples.gzip(Samples.cifarTar(2));
        URI good = serve("/cifar", FileServer.file(archive, "\"c\""));
        PublishedSet set = published(
                "cifar10",
                10,
                2,
                List.of(new PublishedFile("cifar-10-binary.tar.gz", archive.length, sha256(archive), List.of(good))));
        assertThrows(CancellationException.class, () -> downloads(set)
                .fetch("cifar10", (what, done, total) -> !what.startsWith("unpacking data_batch_3")));
        assertFalse(Files.exists(cache.resolve("cifar10")));
        Path place = downloads(set).fetch("cifar10", Progress.NONE);
        assertEquals(1, asked("/cifar"));
        assertEquals(
                10, Cifar10.read(place, 2, Samples.TEN, Progress.NONE).train().size());
        assertEquals(List.of("cifar10"), names(cache));
    }

    @Test
    void setsThatCannotBeDownloaded() {
        Refusal.of(() -> Downloads.get("digits", Progress.NONE), "digits", "comes with Whorl");
        Refusal.of(() -> Downloads.get("imagenet", Progress.NONE), "mnist, fashion-mnist, cifar10", "imagenet");
    }

    @Test
    void everyPublishedFileHasMirrorsSizeAndChecksum() {
        for (PublishedSet set : Catalog.SETS) {
            for (PublishedFile file : set.files()) {
                assertTrue(file.sha256().matches("[0-9a-f]{64}"), file.name());
                assertTrue(file.bytes() > 1000 && file.mirrors().size() >= 2, file.name());
                for (URI mirror : file.mirrors()) {
                    assertTrue(mirror.isAbsolute() && mirror.getPath().endsWith(file.name()), mirror.toString());
                }
            }
        }
    }
}
