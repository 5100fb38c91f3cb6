package org.whorl.data.download;

import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.format.PublishedFile;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.Samples;
import org.whorl.data.set.Catalog;
import org.whorl.data.set.OtherMachine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DownloadsTest extends ServedSet {
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
        OtherMachine machine = new OtherMachine(cache, cache.resolve("w"), cache.resolve("h"), cache.resolve("s"));
        TrainTest set = machine.load("mnist");
        assertEquals(60, set.train().size());
        assertEquals(
                Optional.of(place),
                machine.list().stream()
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
        assertEquals(10, Samples.readCifar(place, 2).train().size());
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
