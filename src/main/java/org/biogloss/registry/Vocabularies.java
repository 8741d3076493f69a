package org.biogloss.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.EmbeddedEncoder;
import org.biogloss.tokens.Tokenizer;

/// The vocabularies at hand: those a person has trained or brought, and those of the models. Every question looks at
/// the disk anew.
public final class Vocabularies {

    /// What a vocabulary may consist of; the weights of a model are left where they are.
    private static final List<String> FILES = List.of(
            "tokenizer.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt",
            "merges.tsv",
            "tokenizer_config.json",
            "special_tokens_map.json");

    private static final List<String> SIGNS = List.of("tokenizer.json", "vocab.txt", "vocab.json");

    private final Models models;
    private final Path own;

    /// A vocabulary that can be opened.
    ///
    /// @param id     unique among them; what [#open] takes
    /// @param folder where it lies; nothing for the one inside BioGloss
    /// @param isOwn  whether it lies among the person's own vocabularies, and not with a model
    public record Known(String id, String name, Optional<Path> folder, boolean isOwn) {}

    /// @param own where the person's own vocabularies lie, a folder each; it need not exist
    public Vocabularies(Models models, Path own) {
        this.models = models;
        this.own = own;
    }

    public Path own() {
        return own;
    }

    /// The general one inside BioGloss, then the person's own by name, then those of the models.
    public List<Known> all() {
        var all = new ArrayList<Known>();
        var inside = ModelCard.embedded();
        all.add(new Known(inside.id(), "General (BERT)", Optional.empty(), false));
        for (var folder : ownFolders()) {
            var name = String.valueOf(folder.getFileName());
            all.add(new Known(name, name, Optional.of(folder), true));
        }
        for (var card : models.installed()) {
            if (!card.isEmbedded()) all.add(new Known(card.id(), card.name(), Optional.of(card.folder()), false));
        }
        return all;
    }

    /// @param idOrPath the id of one of [#all] or of an encoder inside BioGloss, or a folder, or a `tokenizer.json`
    /// @throws IOException with words, if there is none or it makes no sense
    public Tokenizer open(String idOrPath) throws IOException {
        for (var encoder : EmbeddedEncoder.ALL) {
            if (encoder.id().equals(idOrPath)) return encoder.tokenizer();
        }
        var path = path(idOrPath);
        if (path.isPresent() && Files.isRegularFile(path.get())) {
            return Tokenizer.of(Files.readAllBytes(path.get()), path.get().toString());
        }
        if (path.isPresent() && isVocabulary(path.get())) return Tokenizer.open(path.get());
        for (var known : all()) {
            if (known.id().equals(idOrPath) && known.folder().isPresent()) {
                return Tokenizer.open(known.folder().get());
            }
        }
        if (path.isPresent() && Files.isDirectory(path.get())) return Tokenizer.open(path.get());
        throw new IOException("Cannot open the tokenizer " + idOrPath + ": there is no folder of this name and no such"
                + " model. There are "
                + String.join(", ", all().stream().map(Known::id).toList()) + ".");
    }

    /// Copies a vocabulary in, whole or not at all, so that it stays when its folder goes.
    ///
    /// @return what it is known by from now on
    public Known add(Path folder) throws IOException {
        Tokenizer.open(folder).close();
        var target = free(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        WholeFolder.replace(target, part -> {
            for (var name : FILES) {
                if (Files.exists(folder.resolve(name))) Files.copy(folder.resolve(name), part.resolve(name));
            }
        });
        var name = target.getFileName().toString();
        return new Known(name, name, Optional.of(target), true);
    }

    /// A folder for a new vocabulary, which is not there yet.
    public Path free(String name) {
        var plain = name.strip().replaceAll("[^\\p{L}\\p{N}._ -]+", "-").replaceAll("^[.-]+", "");
        var base = plain.isEmpty() ? "vocabulary" : plain;
        var taken = all().stream().map(Known::id).toList();
        var free = base;
        for (int n = 2; taken.contains(free) || Files.exists(own.resolve(free)); n++) free = base + "-" + n;
        return own.resolve(free);
    }

    private List<Path> ownFolders() {
        if (!Files.isDirectory(own)) return List.of();
        try (var inside = Files.list(own)) {
            return inside.filter(Vocabularies::isVocabulary).sorted().toList();
        } catch (IOException _) {
            return List.of(); // what cannot be listed cannot be used
        }
    }

    /// Hidden folders are parts of vocabularies that are being written.
    private static boolean isVocabulary(Path folder) {
        var name = folder.getFileName();
        return name != null
                && !name.toString().startsWith(".")
                && SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }

    private static Optional<Path> path(String words) {
        try {
            return Optional.of(Path.of(words));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
