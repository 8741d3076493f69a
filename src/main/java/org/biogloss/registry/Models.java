package org.biogloss.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.WeightCheck;
import org.biogloss.bert.WeightFiles;
import org.biogloss.tasks.Tag;
import org.biogloss.tasks.TaskHead;

/// The models in a few folders, each in the Hugging Face layout, and the encoders inside BioGloss.
///
/// Every question looks at the disk anew: a model is there as soon as its folder is. Where two roots have
/// a model of one id, the first root's counts.
public final class Models {

    /// Any of these makes a folder a model, if only a broken one.
    private static final List<String> SIGNS =
            List.of("config.json", "model.safetensors", "pytorch_model.bin", CardFile.NAME);

    private static final List<String> VOCABULARIES = List.of("tokenizer.json", "vocab.txt", "vocab.json");

    private final List<Path> roots;

    /// @param roots folders of model folders, most important first; they need not exist
    public Models(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    public List<Path> roots() {
        return roots;
    }

    /// All that can be used, the encoders inside BioGloss last.
    public List<ModelCard> installed() {
        var cards = new LinkedHashMap<String, ModelCard>();
        for (var folder : folders()) {
            try {
                var card = open(folder);
                cards.putIfAbsent(card.id(), card);
            } catch (IOException _) {
                // Told by broken().
            }
        }
        ModelCard.inside().forEach(card -> cards.putIfAbsent(card.id(), card));
        return List.copyOf(cards.values());
    }

    /// Folders that look like models and cannot be used, and why.
    public List<BrokenModel> broken() {
        var broken = new ArrayList<BrokenModel>();
        for (var folder : folders()) {
            try {
                open(folder);
            } catch (IOException e) {
                broken.add(new BrokenModel(folder, String.valueOf(e.getMessage())));
            }
        }
        return broken;
    }

    /// A model by its id, or by the folder it lies in. Nothing for a broken one; [#require] says why.
    public Optional<ModelCard> find(String idOrFolder) {
        var named = installed().stream()
                .filter(card -> card.id().equals(idOrFolder))
                .findFirst();
        if (named.isPresent()) return named;
        try {
            return isModelFolder(Path.of(idOrFolder)) ? Optional.of(open(Path.of(idOrFolder))) : Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// @throws IOException with words, if there is no such model or it is broken
    public ModelCard require(String idOrFolder) throws IOException {
        var found = find(idOrFolder);
        if (found.isPresent()) return found.get();
        for (var model : broken()) {
            if (model.folder().getFileName().toString().equals(idOrFolder)) throw new IOException(model.why());
        }
        if (isModelFolder(Path.of(idOrFolder))) return open(Path.of(idOrFolder));
        throw new IOException("There is no model " + idOrFolder + ". Installed are "
                + String.join(", ", installed().stream().map(ModelCard::id).toList())
                + "; or give the folder of one.");
    }

    /// Copies a model folder into a root, whole or not at all. A model of the same id there is replaced.
    ///
    /// @return the model's card, where it lies now
    public static ModelCard install(Path folder, Path root) throws IOException {
        return install(folder, root, name(folder));
    }

    /// @param name the id of a model that has no card to say it
    public static ModelCard install(Path folder, Path root, String name) throws IOException {
        var card = open(folder);
        var id = CardFile.isIn(folder) ? card.id() : name;
        if (Checkpoint.isEmbedded(id)) {
            throw new IOException("Cannot install " + folder + ": the id " + id
                    + " is that of an encoder inside BioGloss. Give the folder another name.");
        }
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IOException(
                    "Cannot install " + folder + ": \"" + id + "\" cannot be a model's id. Letters, digits,"
                            + " dots, hyphens and underscores make one; rename the folder, or correct its biogloss.json.");
        }
        var target = root.resolve(id);
        if (Files.exists(target) && Files.isSameFile(folder, target)) return card;
        WholeFolder.replace(target, part -> WholeFolder.copy(folder, part));
        return open(target);
    }

    /// Reads the card of a model folder; one without `biogloss.json` gets a card from its `config.json`.
    ///
    /// @throws IOException with words, if the folder is no usable model
    public static ModelCard open(Path folder) throws IOException {
        var missing = new ArrayList<String>();
        if (!Files.exists(folder.resolve("config.json"))) missing.add("config.json");
        if (WeightFiles.find(folder).isEmpty()) missing.add("model.safetensors");
        if (!missing.isEmpty()) {
            throw new IOException("Cannot open the model " + folder + ": " + String.join(" and ", missing)
                    + (missing.size() == 1 ? " is missing." : " are missing.") + " Copy the whole folder again.");
        }
        if (VOCABULARIES.stream().noneMatch(name -> Files.exists(folder.resolve(name)))) {
            throw new IOException("Cannot open the model " + folder + ": its vocabulary is missing. Copy "
                    + "tokenizer.json or vocab.txt from where the model came from.");
        }
        var config = BertConfig.read(folder.resolve("config.json"));
        long parameters = parameters(folder, config);
        return CardFile.isIn(folder) ? truthful(CardFile.read(folder)) : guess(folder, parameters);
    }

    /// A card says of the model's heads nothing that they do not say themselves.
    private static ModelCard truthful(ModelCard card) throws IOException {
        var known = told(card.folder()).types();
        var invented =
                card.types().stream().filter(type -> !known.contains(type)).toList();
        if (known.isEmpty() || invented.isEmpty()) return card;
        throw new IOException("Cannot open the model " + card.folder() + ": its card says that it finds "
                + String.join(", ", invented) + ", but its heads know only " + String.join(", ", known) + ". "
                + CardFile.NAME + " is of another model; delete it to go by what the model itself says.");
    }

    /// Opens the weights far enough to see that all the encoder's tensors are there.
    private static long parameters(Path folder, BertConfig config) throws IOException {
        try (var weights = WeightFiles.open(folder)) {
            WeightCheck.check(weights, config);
            return weights.names().stream()
                    .mapToLong(name -> weights.shape(name).stream()
                            .mapToLong(Integer::longValue)
                            .reduce(1, (a, b) -> a * b))
                    .sum();
        }
    }

    /// What a folder from elsewhere says of itself.
    private static ModelCard guess(Path folder, long parameters) throws IOException {
        var told = told(folder);
        var name = name(folder);
        return new ModelCard(
                name,
                name,
                folder,
                told.tasks(),
                List.copyOf(told.types()),
                told.base(),
                parameters,
                "",
                Map.of(),
                "",
                "");
    }

    /// What a model's files say that it can do, whatever its card says.
    private record Told(List<String> tasks, Set<String> types, String base) {}

    private static Told told(Path folder) throws IOException {
        var config = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("config.json").toFile());
        var base = config.path("_name_or_path").asText("");
        var heads = TaskHead.in(folder).orElse(List.of());
        var types = new LinkedHashSet<String>();
        for (var head : heads) types.addAll(head.kind().labelsWords() ? head.types() : head.labels());
        if (!heads.isEmpty()) {
            return new Told(
                    heads.stream().map(head -> head.kind().id()).distinct().toList(), types, base);
        }
        if (!config.path("architectures").toString().contains("ForTokenClassification")) {
            return new Told(List.of(), types, base);
        }
        for (var label : config.path("id2label")) {
            var tag = label.asText().isBlank() ? Tag.OUTSIDE : Tag.of(label.asText());
            if (!tag.isOutside()) types.add(tag.type());
        }
        return new Told(List.of(ModelCard.NER), types, base);
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    private List<Path> folders() {
        var folders = new ArrayList<Path>();
        for (var root : roots) {
            if (!Files.isDirectory(root)) continue;
            try (var inside = Files.list(root)) {
                inside.filter(Models::isModelFolder).sorted().forEach(folders::add);
            } catch (IOException _) {
                // A root that cannot be read holds no model that could be used.
            }
        }
        return folders;
    }

    /// Hidden folders are parts of models that are being written.
    private static boolean isModelFolder(Path folder) {
        var name = folder.getFileName();
        return name != null
                && !name.toString().startsWith(".")
                && Files.isDirectory(folder)
                && SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }
}
