package org.whorl.data.download;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.format.PublishedFile;
import org.whorl.data.format.PublishedSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TransferTest extends ServedSet {
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
    void serverThatFallsSilentIsGivenUp() throws Exception {
        URI stalling = serve("/stalling", server.stalling(files[0], 30_000));
        URI good = serve("/good", FileServer.file(files[0], "\"g\""));
        PublishedSet set = set(stalling, good);
        new Downloads(List.of(set), cache, Duration.ofMillis(150), folder -> Long.MAX_VALUE)
                .fetch("mnist", Progress.NONE);
        assertWhole();
    }
}
