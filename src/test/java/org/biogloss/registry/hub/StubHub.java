package org.biogloss.registry.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A hub on loopback with one model, `lab/tiny`, which can be made to misbehave.
final class StubHub implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int cutAfter = Integer.MAX_VALUE;
    private boolean lies;
    private boolean knowsRanges = true;

    StubHub(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            for (var file : all.toList()) files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/models/lab/tiny/tree/main", this::tree);
        server.createContext("/api/models/lab/tiny", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange, 200, "{\"cardData\": {\"license\": \"mit\"}}".getBytes(StandardCharsets.UTF_8));
        });
        server.createContext("/api/models/lab/closed", exchange -> answer(exchange, 401, new byte[0]));
        server.createContext(
                "/api/models/lab/odd", exchange -> answer(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/lab/tiny/resolve/main", exchange -> {
            var name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            exchange.getResponseHeaders().add("Location", "/elsewhere/" + name); // as large files of hubs do
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/elsewhere", this::content);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Breaks every connection after so many bytes.
    StubHub cutAfter(int bytes) {
        cutAfter = bytes;
        return this;
    }

    /// Sends another content of the same size.
    StubHub lying() {
        lies = true;
        return this;
    }

    StubHub withoutRanges() {
        knowsRanges = false;
        return this;
    }

    StubHub without(String name) {
        files.remove(name);
        return this;
    }

    StubHub with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /// The `Range` headers of the requests for files, empty where there was none.
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void tree(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        var entries = new ArrayList<String>();
        entries.add("{\"type\":\"directory\",\"oid\":\"0\",\"size\":0,\"path\":\"onnx\"}");
        entries.add("{\"type\":\"file\",\"oid\":\"0\",\"size\":5,\"path\":\"onnx/model.onnx\"}");
        for (var file : files.entrySet()) {
            boolean large =
                    file.getKey().endsWith(".safetensors") || file.getKey().endsWith(".bin");
            var git = hash(
                    "SHA-1",
                    ("blob " + file.getValue().length + '\0').getBytes(StandardCharsets.UTF_8),
                    file.getValue());
            entries.add("{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"%s\"%s}"
                    .formatted(
                            git,
                            file.getValue().length,
                            file.getKey(),
                            large ? ",\"lfs\":{\"oid\":\"" + hash("SHA-256", file.getValue()) + "\"}" : ""));
        }
        answer(exchange, 200, ("[" + String.join(",", entries) + "]").getBytes(StandardCharsets.UTF_8));
    }

    private void content(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        var whole = files.get(name);
        if (whole == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        var range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D+", ""));
        var rest = Arrays.copyOfRange(whole, from, whole.length);
        if (lies && rest.length > 0) rest[rest.length - 1] ^= 1;
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length == 0 ? -1 : rest.length);
        try (exchange;
                var body = exchange.getResponseBody()) {
            body.write(rest, 0, Math.min(cutAfter, rest.length));
            body.flush();
        } catch (IOException _) {
            // Closing a body before its announced end is how a connection breaks here.
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String hash(String algorithm, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            for (var part : parts) digest.update(part);
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
