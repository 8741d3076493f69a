package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Memory;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.tasks.CalibrationFile;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.Judgement;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.Scores;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.TaskHead;

/// What fine-tuning adds to a run: examples with answers, looks at the dev data, the best state measured on
/// the test data once.
final class FineTuningWork implements RunWork<Row> {

    private final Recipe recipe;
    private final List<PartData> parts;
    private final Learner learner;
    private final CardOfRun card;
    private final Looks looks;
    private final Map<String, List<Double>> weights = new HashMap<>();

    FineTuningWork(Recipe recipe, List<PartData> parts, Learner learner, CardOfRun card) {
        this.recipe = recipe;
        this.parts = parts;
        this.learner = learner;
        this.card = card;
        looks = new Looks(learner, parts);
        for (var part : parts) {
            weights.put(
                    part.head().name(),
                    ClassBalance.weights(recipe.optimizer().classWeights(), part.head(), part.train()));
        }
    }

    @Override
    public TrainingLoop.Lesson learn(List<List<Row>> portions, double rate) {
        var head = portions.getFirst().getFirst().head();
        var step = learner.learn(portions, weights.getOrDefault(head.name(), List.of()), rate);
        return new TrainingLoop.Lesson(step.loss(), step.gradientNorm(), step.pieces());
    }

    @Override
    public int length(Row row) {
        return row.length();
    }

    @Override
    public Compute compute() {
        return learner.compute();
    }

    @Override
    public Memory memory() {
        return learner.memory();
    }

    @Override
    public void saveState(Path file) throws IOException {
        learner.saveState(file);
    }

    @Override
    public void loadState(Path file) throws IOException {
        learner.loadState(file);
    }

    @Override
    public Look look(long step, RunEvents events, JobContext context) throws IOException {
        return looks.look(context);
    }

    @Override
    public boolean isKept(boolean isBetter) {
        return isBetter;
    }

    @Override
    public void keep(Path folder, Scores scores) throws IOException {
        learner.save(folder, recipe.model().halfPrecisionOnDisk());
        card.write(folder, CardOfRun.scores("dev", scores));
    }

    /// Measures the model as it lies on disk, the way anybody will use it, and finds out what its confidence means.
    @Override
    public ModelCard finish(Path kept, JobContext context) throws IOException {
        var best = Models.open(kept);
        if (context.isCancelled()) return best;
        Map<String, Double> scores = new TreeMap<>(best.scores());
        try (var solver = Solver.open(kept, learner.compute())) {
            CalibrationFile.write(kept, calibration(solver, context));
            scores.putAll(test(solver, context));
        }
        return scores.size() > best.scores().size() ? card.write(kept, scores) : best;
    }

    private Map<String, CalibrationFile.Entry> calibration(Solver solver, JobContext context) {
        var entries = new TreeMap<String, CalibrationFile.Entry>();
        for (var part : parts) {
            var head = head(solver, part);
            var judged = Judgement.of(head, part.dev(), solver.solve(head, part.dev(), context));
            entries.put(head.name(), CalibrationFile.Entry.of(judged));
        }
        return entries;
    }

    private static TaskHead head(Solver solver, PartData part) {
        return solver.heads().stream()
                .filter(head -> head.name().equals(part.head().name()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Double> test(Solver solver, JobContext context) {
        var measured = parts.stream().filter(part -> part.test().isPresent()).toList();
        if (measured.isEmpty()) return Map.of();
        var scores = new ArrayList<Scores>();
        for (var part : measured) {
            var head = head(solver, part);
            var examples = part.test().orElseThrow();
            scores.add(Solver.compare(head, examples, solver.solve(head, examples, context)));
        }
        return CardOfRun.scores("test", Looks.joint(measured, scores));
    }

    @Override
    public void writeStopped(Path file, NotANumberException stop, List<Row> rows) throws IOException {
        var byId = new HashMap<String, Example>();
        for (var part : parts) part.train().forEach(example -> byId.putIfAbsent(example.id(), example));
        StoppedBatch.write(file, stop, rows, byId);
    }

    @Override
    public RunEvents.Started started(long step, long total) {
        var compute = learner.compute();
        return new RunEvents.Started(
                step,
                total,
                recipe.schedule().epochs(),
                parts.stream().mapToLong(part -> part.train().size()).sum(),
                parts.stream().mapToLong(part -> part.dev().size()).sum(),
                learner.parameters(),
                compute.kind().name(),
                compute.precision().name().toLowerCase(Locale.ROOT),
                recipe.seed(),
                ProcessHandle.current().pid(),
                recipe.schedule().patience());
    }
}
