package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Head;
import org.biogloss.bert.Network;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;

/// A saved model that finds mentions in texts.
///
/// Several threads may hand in texts; the network reads them one call after the other.
public final class Tagger implements AutoCloseable {

    private final String id;
    private final Checkpoint checkpoint;
    private final Network network;
    private final MentionFinder finder;

    private Tagger(String id, Checkpoint checkpoint, Network network, MentionFinder finder) {
        this.id = id;
        this.checkpoint = checkpoint;
        this.network = network;
        this.finder = finder;
    }

    /// Opens a Hugging Face folder of a BERT token classifier; the folder's name is the model's id.
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Tagger open(Path folder, Compute compute) throws IOException {
        var checkpoint = Checkpoint.open(folder);
        try {
            return open(checkpoint.name(), checkpoint, folder, compute, MentionFinder.USUAL_BUDGET);
        } catch (IOException | RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    /// @param id     what the model is called: the layer and source of its mentions
    /// @param budget pieces that go through the network at once
    public static Tagger open(String id, Path folder, Compute compute, int budget) throws IOException {
        var checkpoint = Checkpoint.open(folder);
        try {
            return open(id, checkpoint, folder, compute, budget);
        } catch (IOException | RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    private static Tagger open(String id, Checkpoint checkpoint, Path folder, Compute compute, int budget)
            throws IOException {
        if (checkpoint.labels().isEmpty()) {
            throw new IOException("Cannot find mentions with the model " + id + ": its config.json has no id2label. "
                    + "It is a bare encoder; fine-tune it first.");
        }
        var labels = labels(id, checkpoint);
        checkHead(id, checkpoint, labels);
        var heads = List.of(Head.ofPieces(labels.size()));
        var network = Network.open(checkpoint.config(), heads, checkpoint.weights(), compute);
        var reader = PieceReader.of(checkpoint.tokenizer(), ModelFolder.window(folder, checkpoint.config()));
        return new Tagger(id, checkpoint, network, new MentionFinder(reader, network, new BioCodec(labels), budget));
    }

    public String id() {
        return id;
    }

    /// What it can find.
    public List<String> types() {
        return finder.codec().labels().types();
    }

    public Compute compute() {
        return network.compute();
    }

    /// The mentions in each text, in text order, from this model and in its layer.
    public List<List<Mention>> tag(List<String> texts, JobContext context) {
        var mentions = new ArrayList<List<Mention>>(texts.size());
        for (var found : finder.find(texts, context)) {
            mentions.add(found.stream().map(this::mention).toList());
        }
        return mentions;
    }

    @Override
    public void close() {
        network.close();
        checkpoint.close();
    }

    private Mention mention(BioCodec.Found found) {
        return Mention.of(id, found.span(), found.type(), new Source.Model(id, found.confidence()));
    }

    private static BioLabels labels(String id, Checkpoint checkpoint) throws IOException {
        try {
            return new BioLabels(checkpoint.labels());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Cannot find mentions with the model " + id + ": " + e.getMessage() + " (id2label in config.json).",
                    e);
        }
    }

    private static void checkHead(String id, Checkpoint checkpoint, BioLabels labels) throws IOException {
        var weights = checkpoint.weights();
        var head = weights.nameOf("classifier.weight");
        if (head.isEmpty()) {
            throw new IOException("Cannot find mentions with the model " + id
                    + ": the tensor classifier.weight is missing. It is a bare encoder; fine-tune it first.");
        }
        int outputs = weights.shape(head.get()).getFirst();
        if (outputs != labels.size()) {
            throw new IOException("Cannot open the model " + id + ": its classifier has " + outputs
                    + " outputs, but id2label in config.json names " + labels.size() + ".");
        }
    }
}
