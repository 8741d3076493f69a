package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.Compute;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;

/// A saved model that finds mentions in texts.
///
/// Several threads may hand in texts; the network reads them one call after the other.
public final class Tagger implements AutoCloseable {

    private final String id;
    private final Solver solver;
    private final MentionFinder finder;

    private Tagger(String id, Solver solver, MentionFinder finder) {
        this.id = id;
        this.solver = solver;
        this.finder = finder;
    }

    /// Opens a Hugging Face folder of a token classifier; the folder's name is the model's id.
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Tagger open(Path folder, Compute compute) throws IOException {
        var id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return open(id, folder, compute, Learner.USUAL_BUDGET);
    }

    /// @param id     what the model is called: the layer and source of its mentions
    /// @param budget pieces that go through the network at once
    public static Tagger open(String id, Path folder, Compute compute, int budget) throws IOException {
        var solver = Solver.open(folder, compute, budget);
        for (var head : solver.heads()) {
            if (head.kind().labelsWords()) return new Tagger(id, solver, solver.finder(head));
        }
        solver.close();
        throw new IOException("Cannot find mentions with the model " + id + ": it has learnt the task "
                + solver.heads().getFirst().kind().id() + ". Choose a model for ner or pico.");
    }

    public String id() {
        return id;
    }

    /// What it can find.
    public List<String> types() {
        return finder.codec().labels().types();
    }

    public Compute compute() {
        return solver.compute();
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
        solver.close();
    }

    private Mention mention(TagCodec.Found found) {
        return Mention.of(id, found.span(), found.type(), new Source.Model(id, found.confidence()));
    }
}
