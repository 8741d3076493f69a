package org.biogloss.registry.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.biogloss.jobs.JobContext;

/// Fetches one file. What has come stays on disk under another name until it is whole, and the next try goes on from
/// there; only a file of the right size and hash gets its own name.
final class Download {

    private static final int PORTION = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final Duration patience;
    private final JobContext context;
    private final LongConsumer arrived;

    /// @param patience how long nothing may come before the connection counts as broken
    /// @param arrived told how many bytes of the file are there by now
    Download(HttpClient client, Duration patience, JobContext context, LongConsumer arrived) {
        this.client = client;
        this.patience = patience;
        this.context = context;
        this.arrived = arrived;
    }

    /// @throws IOException with words: what was tried, what is wrong and what to do
    void fetch(URI from, HubFile file, Path to) throws IOException {
        if (Files.exists(to) && Files.size(to) == file.bytes() && fits(to, file)) {
            arrived.accept(file.bytes());
            return;
        }
        var part = to.resolveSibling(to.getFileName() + ".part");
        long there = Files.exists(part) ? Files.size(part) : 0;
        if (there > file.bytes()) {
            Files.delete(part);
            there = 0;
        }
        if (there < file.bytes() || file.bytes() == 0) receive(from, file, part, there);
        if (Files.size(part) != file.bytes()) {
            throw new IOException("Cannot download " + file.name() + ": the connection ended after " + Files.size(part)
                    + " of " + file.bytes() + " bytes. What has come is kept; try again to go on from there.");
        }
        if (!fits(part, file)) {
            Files.delete(part);
            throw new IOException(
                    "Cannot install " + file.name() + ": what came is not what the hub has announced (its "
                            + "hash differs), so it was thrown away. Try again; if that does not help, something between here "
                            + "and the hub changes files.");
        }
        Files.move(part, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void receive(URI from, HubFile file, Path part, long there) throws IOException {
        var request = HttpRequest.newBuilder(from).timeout(patience).GET();
        if (there > 0) request.header("Range", "bytes=" + there + "-");
        var answer = send(client, request.build(), _ -> new Arrivals());
        try (var body = answer.body()) {
            switch (answer.statusCode()) {
                case OK -> write(body, file, part, 0); // a server that cannot go on in the middle begins anew
                case PARTIAL -> write(body, file, part, there);
                case NOT_SATISFIABLE -> Files.deleteIfExists(part);
                default -> throw refused("download " + file.name(), from, answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while downloading " + file.name(), e);
        }
    }

    private void write(Arrivals body, HubFile file, Path part, long from) throws IOException, InterruptedException {
        var how = from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long there = from;
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            while (there < file.bytes()) {
                var portion = body.next(context, patience);
                if (portion.isEmpty()) return;
                for (var bytes : portion) {
                    bytes.limit((int) Math.min(bytes.limit(), bytes.position() + file.bytes() - there));
                    there += bytes.remaining();
                    while (bytes.hasRemaining()) out.write(bytes);
                }
                arrived.accept(there);
            }
        }
    }

    private boolean fits(Path path, HubFile file) throws IOException {
        if (file.sha256().isPresent())
            return digest(path, "SHA-256", "").equalsIgnoreCase(file.sha256().get());
        if (file.gitId().isPresent()) {
            return digest(path, "SHA-1", "blob " + file.bytes() + '\0')
                    .equalsIgnoreCase(file.gitId().get());
        }
        return true;
    }

    private String digest(Path path, String algorithm, String before) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance(algorithm);
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            var portion = new byte[PORTION];
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                context.checkCancelled();
                digest.update(portion, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /// Asks, and says in words what keeps the answer away.
    static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException {
        var host = request.uri().getAuthority();
        try {
            return client.send(request, body);
        } catch (ConnectException | UnresolvedAddressException | HttpConnectTimeoutException e) {
            throw new IOException(
                    "Cannot reach " + host + ": this machine seems to be offline, or a proxy stands in between. "
                            + "Bring the model as a folder or a zip instead.",
                    e);
        } catch (HttpTimeoutException e) {
            throw new IOException("Cannot fetch from " + host + ": it does not answer. Try again later.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + host, e);
        }
    }

    static IOException refused(String tried, URI from, int status) {
        var why = switch (status) {
            case 401, 403 ->
                "it is not open to everybody. Sign in on the hub's page, download it there, and bring it as "
                        + "a folder or a zip";
            case 404 -> "there is no such thing there. Check the spelling";
            case 429 -> "it has been asked too often. Wait a few minutes";
            default -> "it answers " + status + ". Try again later";
        };
        return new IOException("Cannot " + tried + " from " + from.getAuthority() + ": " + why + ".");
    }
}
