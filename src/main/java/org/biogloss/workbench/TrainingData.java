package org.biogloss.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Standing;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// The confirmed mentions of a layer as `train.jsonl` and `dev.jsonl`, in the JSON Lines form that training reads.
///
/// A document counts if a person is done with it or has confirmed a mention in it. Its id decides where it goes, so a
/// document that once measured a model never trains a later one. One that a benchmark marks as `train` or `dev` stays
/// there; one marked `test` is left out.
final class TrainingData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEV_PERCENT = 15;

    private final ProjectStore store;
    private final String layer;

    TrainingData(ProjectStore store, String layer) {
        this.store = store;
        this.layer = layer;
    }

    /// @throws ProjectException if there are not two documents to learn from
    Path write(Path folder) {
        var splits = splits();
        try {
            Files.createDirectories(folder);
            try (var train = Files.newBufferedWriter(folder.resolve("train.jsonl"), StandardCharsets.UTF_8);
                    var dev = Files.newBufferedWriter(folder.resolve("dev.jsonl"), StandardCharsets.UTF_8)) {
                store.forEach(document -> {
                    var split = splits.get(document.id());
                    if (split != null) write(document, split, split.equals("dev") ? dev : train);
                });
            }
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw new ProjectException(
                    "Cannot write training data to " + folder + ": " + e.getMessage() + ". Make room there.", e);
        }
    }

    private Map<String, String> splits() {
        var splits = new HashMap<String, String>();
        var byHash = new ArrayList<String>();
        store.forEach(document -> {
            if (!counts(document)) return;
            var known = document.document().known(Document.SPLIT).orElse("");
            if (known.equals("test")) return;
            if (known.isEmpty()) byHash.add(document.id());
            splits.put(
                    document.id(), known.isEmpty() ? (bucket(document.id()) < DEV_PERCENT ? "dev" : "train") : known);
        });
        byHash.sort(Comparator.comparingInt(TrainingData::bucket).thenComparing(Comparator.naturalOrder()));
        ensure(splits, "dev", byHash);
        ensure(splits, "train", byHash.reversed());
        return splits;
    }

    /// Few documents may all fall on one side; then those nearest to the other one cross over.
    private void ensure(Map<String, String> splits, String split, List<String> nearest) {
        if (splits.size() < 2) {
            throw new ProjectException("Cannot train on layer " + layer + ": only " + splits.size()
                    + " documents have confirmed mentions there or are marked done. Confirm mentions in at least two.");
        }
        if (splits.containsValue(split)) return;
        var candidates = nearest.isEmpty() ? splits.keySet().stream().sorted().toList() : nearest;
        int wanted = split.equals("dev") ? Math.max(1, splits.size() * DEV_PERCENT / 100) : 1;
        candidates.stream().limit(wanted).forEach(id -> splits.put(id, split));
    }

    private boolean counts(AnnotatedDocument document) {
        return document.status() == DocumentStatus.DONE
                || confirmed(document).findAny().isPresent();
    }

    private java.util.stream.Stream<Mention> confirmed(AnnotatedDocument document) {
        return document.mentions(layer).filter(mention -> mention.standing() == Standing.CONFIRMED);
    }

    private static int bucket(String id) {
        var hash = new CRC32();
        hash.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % 100);
    }

    private void write(AnnotatedDocument document, String split, BufferedWriter out) {
        try {
            out.write(JSON.writeValueAsString(line(document, split)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode line(AnnotatedDocument document, String split) {
        var line = JSON.createObjectNode()
                .put("id", document.id())
                .put("split", split)
                .put("text", document.text());
        var offsets = new CodePointOffsets(document.text());
        var entities = line.putArray("entities");
        confirmed(document).forEach(mention -> {
            var entity = entities.addObject().put("id", mention.id()).put("type", mention.type());
            entity.put("start", offsets.toPoint(mention.hull().start()));
            entity.put("end", offsets.toPoint(mention.hull().end()));
            entity.put("text", mention.in(document.text()));
            if (mention.spans().size() > 1) {
                var spans = entity.putArray("spans");
                for (var span : mention.spans()) {
                    spans.addArray().add(offsets.toPoint(span.start())).add(offsets.toPoint(span.end()));
                }
            }
        });
        return line;
    }
}
