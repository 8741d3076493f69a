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
import org.biogloss.bert.BertConfig;
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
        var card = open(folder);
        if (card.isEmbedded()) {
            throw new IOException("Cannot install " + folder + ": the id " + card.id()
                    + " is that of an encoder inside BioGloss. Give the folder another name.");
        }
        var target = root.resolve(card.id());
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
        return CardFile.isIn(folder) ? CardFile.read(folder) : guess(folder, parameters);
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
        var config = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("config.json").toFile());
        var heads = TaskHead.in(folder).orElse(List.of());
        var tasks = heads.stream().map(head -> head.kind().id()).distinct().toList();
        var types = new LinkedHashSet<String>();
        for (var head : heads) types.addAll(head.kind().labelsWords() ? head.types() : head.labels());
        if (heads.isEmpty() && config.path("architectures").toString().contains("ForTokenClassification")) {
            tasks = List.of(ModelCard.NER);
            for (var label : config.path("id2label")) {
                var tag = label.asText().isBlank() ? Tag.OUTSIDE : Tag.of(label.asText());
                if (!tag.isOutside()) types.add(tag.type());
            }
        }
        var name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new ModelCard(
                name,
                name,
                folder,
                tasks,
                List.copyOf(types),
                config.path("_name_or_path").asText(""),
                parameters,
                "",
                Map.of(),
                "",
                "");
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
