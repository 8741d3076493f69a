package org.biogloss.registry.hub;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;

/// A hub that speaks as Hugging Face's does. It is asked only when a person asks for a model by name.
public final class Hub {

    /// Everything a BERT needs besides its weights.
    private static final List<String> BESIDES = List.of(
            "config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt");

    /// Where models are asked for, unless the property `biogloss.hub` names another place: a mirror inside a lab.
    private static final String USUAL = "https://huggingface.co";

    private static final String SAFE = "model.safetensors";
    private static final String PICKLED = "pytorch_model.bin";
    private static final String INDEX = ".index.json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final Duration patience;
    private final HttpClient client;

    /// What a download would bring.
    ///
    /// @param licence as the hub has it, such as `apache-2.0`; empty where it says none
    public record Offer(HubName name, List<HubFile> files, String licence) {

        public Offer {
            files = List.copyOf(files);
        }

        public long bytes() {
            return files.stream().mapToLong(HubFile::bytes).sum();
        }
    }

    /// @param address such as `https://huggingface.co`
    public Hub(URI address) {
        this(address, PATIENCE);
    }

    /// @param patience how long nothing may come before a connection counts as broken
    Hub(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL) // large files lie elsewhere
                .connectTimeout(patience)
                .build();
    }

    /// The address of the hub that is asked.
    public static URI usual() {
        return URI.create(System.getProperty("biogloss.hub", USUAL));
    }

    /// Looks what a model consists of, and picks what is needed of it.
    ///
    /// @throws IOException with words, if there is no such model or it is none that BioGloss reads
    public Offer look(HubName name) throws IOException {
        var tree = ask("api/models/" + name.path() + "/tree/" + name.revision(), name);
        var files = new ArrayList<HubFile>();
        for (var entry : tree) file(entry).ifPresent(files::add);
        var about = ask("api/models/" + name.path(), name);
        return new Offer(
                name,
                needed(name, files),
                about.path("cardData").path("license").asText(""));
    }

    /// Fetches a model and installs it. What was fetched stays in `downloads` until the model is whole, so that a
    /// download that broke off, or was cancelled, goes on there.
    ///
    /// @param root where models are installed
    public ModelCard install(Offer offer, Path downloads, Path root, JobContext context) throws IOException {
        var folder = downloads.resolve(offer.name().folder());
        Files.createDirectories(folder);
        keepOnly(offer.files(), folder);
        mustHaveRoom(offer, folder);
        long before = 0;
        for (var file : offer.files()) {
            long done = before;
            var download = new Download(
                    client,
                    patience,
                    context,
                    there -> context.report(new Progress(done + there, offer.bytes(), "Downloading " + file.name())));
            download.fetch(
                    address.resolve("/" + offer.name().path() + "/resolve/"
                            + offer.name().revision() + "/" + file.name()),
                    file,
                    folder.resolve(file.name()));
            before += file.bytes();
        }
        context.checkCancelled();
        var card = Models.install(folder, root, offer.name().id());
        WholeFolder.delete(folder);
        return card;
    }

    /// What an earlier try has left that the model no longer consists of must not be installed with it.
    private static void keepOnly(List<HubFile> files, Path folder) throws IOException {
        var names = files.stream().map(HubFile::name).toList();
        List<Path> there;
        try (var inside = Files.list(folder)) {
            there = inside.toList();
        }
        for (var path : there) {
            var name = String.valueOf(path.getFileName());
            if (!names.contains(name) && !names.contains(name.replaceFirst("\\.part$", ""))) {
                WholeFolder.delete(path);
            }
        }
    }

    private static void mustHaveRoom(Offer offer, Path folder) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        long needed = 2 * offer.bytes(); // once as it comes, once installed
        if (room < needed) {
            throw new IOException(
                    "Cannot download %s: it takes %,d MB on disk while it is installed, and %,d MB are free. "
                                    .formatted(offer.name().path(), needed >> 20, room >> 20)
                            + "Make room, and try again.");
        }
    }

    /// The safe form of the weights if there is one, in one file or several; else the pickled one.
    private static List<HubFile> needed(HubName name, List<HubFile> all) throws IOException {
        var needed = new ArrayList<>(
                all.stream().filter(file -> BESIDES.contains(file.name())).toList());
        var weights = weights(all, SAFE, ".safetensors");
        if (weights.isEmpty()) weights = weights(all, PICKLED, ".bin");
        if (weights.isEmpty()) {
            throw new IOException("Cannot use " + name.path() + ": it has neither " + SAFE + " nor " + PICKLED
                    + ". BioGloss reads models that PyTorch can read.");
        }
        if (needed.stream().noneMatch(file -> file.name().equals("config.json"))) {
            throw new IOException("Cannot use " + name.path() + ": it has no config.json, so nothing says what it is.");
        }
        needed.addAll(weights);
        return needed;
    }

    private static List<HubFile> weights(List<HubFile> all, String whole, String ending) {
        var one = all.stream().filter(file -> file.name().equals(whole)).toList();
        if (!one.isEmpty()) return one;
        if (all.stream().noneMatch(file -> file.name().equals(whole + INDEX))) return List.of();
        var stem = whole.substring(0, whole.length() - ending.length());
        return all.stream()
                .filter(file ->
                        file.name().equals(whole + INDEX) || file.name().matches(stem + "-\\d+-of-\\d+\\" + ending))
                .toList();
    }

    private static Optional<HubFile> file(JsonNode entry) {
        var name = entry.path("path").asText();
        if (!entry.path("type").asText().equals("file") || name.contains("/") || name.startsWith(".")) {
            return Optional.empty();
        }
        var large = entry.path("lfs").path("oid").asText("");
        var small = entry.path("oid").asText("");
        return Optional.of(new HubFile(
                name,
                entry.path("size").asLong(),
                Optional.of(large).filter(hash -> !hash.isEmpty()),
                Optional.of(small).filter(hash -> !hash.isEmpty() && large.isEmpty())));
    }

    private JsonNode ask(String path, HubName name) throws IOException {
        var uri = address.resolve("/" + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Accept", "application/json")
                .GET()
                .build();
        var answer = Download.send(client, request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw Download.refused("find " + name.path(), uri, answer.statusCode());
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException(
                    "Cannot find " + name.path() + ": " + uri.getAuthority() + " answers, but not as a hub does.", e);
        }
    }
}
