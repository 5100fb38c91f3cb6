package org.whorl.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server on this machine that serves files well or badly, and remembers what it was asked. */
final class FileServer implements AutoCloseable {
    /** Answers one request. */
    @FunctionalInterface
    interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** For every request, its path and the headers Range and If-Range. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path);
    }

    void serve(String path, Handler handler) {
        server.createContext(path, exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
            requests.add(path + " " + range + " " + ifRange);
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    /** Serves a file as it should be served: ranges, an ETag, a length. */
    static Handler file(byte[] content, String tag) {
        return exchange -> {
            int start = start(exchange, tag);
            exchange.getResponseHeaders().set("ETag", tag);
            if (start > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
            exchange.getResponseBody().write(content, start, content.length - start);
        };
    }

    /** Serves a file that stops after {@code length} bytes, though it claims to be whole; ranges as {@link #file}. */
    static Handler cut(byte[] content, String tag, int length) {
        return exchange -> {
            int start = start(exchange, tag);
            exchange.getResponseHeaders().set("ETag", tag);
            if (start > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
            byte[] part = Arrays.copyOfRange(content, start, Math.min(content.length, start + length));
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
        };
    }

    private static int start(HttpExchange exchange, String tag) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        boolean usable = range != null && (ifRange == null || ifRange.equals(tag));
        return usable ? Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)) : 0;
    }

    static Handler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Handler redirect(URI to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to.toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Sends a first part and then nothing until the server is closed. */
    Handler stalling(byte[] content, int length) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            OutputStream out = exchange.getResponseBody();
            out.write(content, 0, length);
            out.flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
