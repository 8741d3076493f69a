package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.bert.Compute;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;

/// A saved model that finds mentions in texts, how they are related, and what labels a text carries.
///
/// Several threads may hand in texts; the network reads them one call after the other.
public final class Tagger implements AutoCloseable {

    private final String id;
    private final Solver solver;
    private final List<TaskHead> heads;
    private final MentionFinder finder;
    private final List<RelationFinder> relations = new ArrayList<>();
    private final Map<String, CalibrationFile.Entry> calibration;

    private Tagger(String id, Solver solver, List<TaskHead> heads, Map<String, CalibrationFile.Entry> calibration) {
        this.id = id;
        this.solver = solver;
        this.heads = heads;
        this.calibration = calibration;
        finder = solver.finder(heads);
        for (var head : solver.heads()) {
            if (head.kind() != TaskKind.RELATION) continue;
            relations.add(solver.relations(head, curve(head)));
        }
    }

    private Optional<Calibration> curve(TaskHead head) {
        return Optional.ofNullable(calibration.get(head.name())).map(CalibrationFile.Entry::curve);
    }

    /// Opens a Hugging Face folder of a token classifier; the folder's name is the model's id.
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Tagger open(Path folder, Compute compute) throws IOException {
        var id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return open(id, folder, compute, Learner.USUAL_BUDGET);
    }

    /// @param id what the model is called: the layer and source of its mentions
    /// @param budget pieces that go through the network at once
    public static Tagger open(String id, Path folder, Compute compute, int budget) throws IOException {
        var calibration = CalibrationFile.read(folder);
        var solver = Solver.open(folder, compute, budget);
        var heads = solver.heads().stream()
                .filter(head -> head.kind().labelsWords())
                .toList();
        boolean labels = solver.heads().stream().anyMatch(head -> head.kind() == TaskKind.CLASSIFICATION);
        if (!heads.isEmpty() || labels) return new Tagger(id, solver, heads, calibration);
        solver.close();
        throw new IOException("Cannot highlight with the model " + id + ": it has learnt the task "
                + solver.heads().getFirst().kind().id() + ". Choose a model for ner, pico or classification.");
    }

    public String id() {
        return id;
    }

    /// What it can find.
    public List<String> types() {
        return heads.stream().flatMap(head -> head.types().stream()).distinct().toList();
    }

    public Compute compute() {
        return solver.compute();
    }

    /// The mentions in each text, in text order, from this model and in its layer. All heads read the text
    /// at once; where two of them name the same type of overlapping stretches, the surer one is heard.
    public List<List<Mention>> tag(List<String> texts, JobContext context) {
        var mentions = new ArrayList<List<Mention>>(texts.size());
        if (heads.isEmpty()) return texts.stream().map(_ -> List.<Mention>of()).toList();
        for (var byHead : finder.find(texts, context)) {
            mentions.add(together(byHead).stream().map(this::mention).toList());
        }
        return mentions;
    }

    /// The mentions in each text, and behind them the relations between them and the labels of the whole text, where
    /// the model has heads for that.
    public List<List<Annotation>> read(List<String> texts, JobContext context) {
        var mentions = tag(texts, context);
        var read = new ArrayList<List<Annotation>>();
        for (var ofText : mentions) read.add(new ArrayList<>(ofText));
        for (var one : relations) {
            var found = one.find(texts, mentions, context);
            for (int i = 0; i < found.size(); i++) {
                for (var relation : found.get(i)) read.get(i).add(relation(relation));
            }
        }
        for (var head : solver.heads()) {
            if (head.kind() == TaskKind.CLASSIFICATION) label(head, texts, read, context);
        }
        return read;
    }

    /// A label is told where its head takes it for likelier than not. Of a text longer than the network reads at once
    /// the beginning is asked, as in the examples that it has learnt from.
    private void label(TaskHead head, List<String> texts, List<List<Annotation>> read, JobContext context) {
        var curve = curve(head).orElse(Calibration.NONE);
        var examples = texts.stream()
                .map(text -> new LabelledText("", text, List.of()))
                .toList();
        var answers = solver.solve(head, examples, context);
        for (int text = 0; text < answers.size(); text++) {
            var told = (Answer.Labels) answers.get(text);
            for (var label : told.labels()) {
                double sure = curve.of(told.probabilities().get(head.labels().indexOf(label)));
                read.get(text).add(new DocumentLabel(Annotation.freshId(), id, label, new Source.Model(id, sure)));
            }
        }
    }

    private Relation relation(RelationFinder.Found found) {
        var source = new Source.Model(id, found.confidence());
        return Relation.between(
                id, found.type(), found.head().id(), found.tail().id(), source);
    }

    private List<TagCodec.Found> together(List<List<TagCodec.Found>> byHead) {
        var all = new ArrayList<TagCodec.Found>();
        for (int i = 0; i < byHead.size(); i++) {
            var entry = calibration.get(heads.get(i).name());
            for (var found : byHead.get(i)) {
                double sure = entry == null ? found.confidence() : entry.curve().of(found.confidence());
                all.add(new TagCodec.Found(found.span(), found.type(), sure));
            }
        }
        return byHead.size() == 1 ? all : withoutRivals(all);
    }

    private static List<TagCodec.Found> withoutRivals(List<TagCodec.Found> all) {
        all.sort(Comparator.comparingDouble(found -> -found.confidence()));
        var kept = new ArrayList<TagCodec.Found>();
        for (var found : all) {
            if (kept.stream().noneMatch(surer -> isRival(found, surer))) kept.add(found);
        }
        kept.sort(Comparator.comparing(TagCodec.Found::span));
        return kept;
    }

    private static boolean isRival(TagCodec.Found one, TagCodec.Found other) {
        return one.type().equals(other.type())
                && one.span().start() < other.span().end()
                && other.span().start() < one.span().end();
    }

    @Override
    public void close() {
        solver.close();
    }

    private Mention mention(TagCodec.Found found) {
        return Mention.of(id, found.span(), found.type(), new Source.Model(id, found.confidence()));
    }
}
