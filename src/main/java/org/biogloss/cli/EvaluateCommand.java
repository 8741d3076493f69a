package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Elsewhere;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Answer;
import org.biogloss.tasks.Calibration;
import org.biogloss.tasks.CalibrationFile;
import org.biogloss.tasks.Comparison;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.Judgement;
import org.biogloss.tasks.NerScores.Counts;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.examples.PredictionFile;
import org.biogloss.tasks.examples.TestExamples;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `biogloss evaluate`: how good a model is on data whose answers are known.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures a model on data whose answers are known, as BLURB measures the task.")
public final class EvaluateCommand implements Callable<Integer> {

    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "M", description = "The id of a model, or its folder.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(
            names = "--task",
            paramLabel = "T",
            description = "ner, pico, relation, similarity, classification or question; else the model's own.")
    private @Nullable String task;

    @Option(names = "--head", paramLabel = "NAME", description = "Of a model with several heads, the one to measure.")
    private @Nullable String head;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Examples with their answers: .jsonl or .tsv, perhaps with .gz.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--device", defaultValue = "auto", description = "auto, cpu or gpu.")
    private DeviceWish device = DeviceWish.AUTO;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "float32, bfloat16 or, on the processor, int8. Default: the faster of the first two.")
    private Optional<Precision> precision = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--predictions",
            paramLabel = "OUT.jsonl",
            description = "Also write each example with its answer and the model's.")
    private @Nullable Path predictions;

    @Option(
            names = "--calibrate",
            description =
                    "Also learn from these data what the model's confidence means, and keep that in its folder. Use"
                            + " data that it has not learnt from, and others to measure it on.")
    private boolean calibrate;

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            description = "Also put the score on the model's card, as one on texts that it has not learnt from: NAME is"
                    + " what the card calls them.")
    private @Nullable String keep;

    /// What was measured.
    ///
    /// @param calibrationError how far the confidence that people are shown lies from the truth; nothing where
    ///     no answer can be right or wrong
    private record Result(
            TaskHead head,
            String model,
            int examples,
            double seconds,
            Comparison comparison,
            OptionalDouble calibrationError) {}

    public EvaluateCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var wanted = wantedKind();
        var card = models.require(model);
        if (card.isEmbedded()) {
            throw new IOException("Cannot evaluate " + model + ": it is a bare encoder. Fine-tune it first.");
        }
        var rejected = new AtomicInteger();
        try (var solver = Solver.open(card.folder(), Compute.choose(device, precision))) {
            var asked = chosen(solver.heads(), wanted);
            var examples = examples(asked, rejected);
            long start = System.nanoTime();
            var answers = solver.solve(asked, examples, JobContext.silent());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (predictions != null) PredictionFile.write(predictions, examples, answers);
            var comparison = Comparison.of(asked, examples, answers);
            if (keep != null) {
                var as = asked.name().isEmpty() ? keep : keep + ", by " + asked.name();
                Elsewhere.keep(card, as, comparison.scores().value());
            }
            if (calibrate) calibrate(card.folder(), asked, Judgement.of(asked, examples, answers));
            print(new Result(
                    asked,
                    card.id(),
                    examples.size(),
                    seconds,
                    comparison,
                    calibrationError(card.folder(), asked, examples, answers)));
        }
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    private void calibrate(Path folder, TaskHead asked, List<Calibration.Judged> judged) throws IOException {
        if (judged.size() < Calibration.ENOUGH) {
            throw new IOException("Cannot calibrate " + model + ": only " + judged.size() + " of its answers on " + data
                    + " can be judged, and " + Calibration.ENOUGH + " are needed. Give more examples.");
        }
        var entries = new TreeMap<>(CalibrationFile.read(folder));
        entries.put(asked.name(), CalibrationFile.Entry.of(judged));
        CalibrationFile.write(folder, entries);
    }

    private static OptionalDouble calibrationError(
            Path folder, TaskHead asked, List<Example> examples, List<Answer> answers) throws IOException {
        var entry = CalibrationFile.read(folder).get(asked.name());
        var judged = Judgement.of(asked, examples, answers);
        if (judged.isEmpty()) return OptionalDouble.empty();
        return OptionalDouble.of(
                Calibration.error(entry == null ? judged : entry.curve().applied(judged)));
    }

    private Optional<TaskKind> wantedKind() throws IOException {
        if (task == null) return Optional.empty();
        var kind = TaskKind.named(task);
        if (kind.isPresent()) return kind;
        throw new IOException("Cannot evaluate the task " + task + ": there are "
                + String.join(
                        ", ",
                        List.of(TaskKind.values()).stream().map(TaskKind::id).toList()) + ".");
    }

    private TaskHead chosen(List<TaskHead> heads, Optional<TaskKind> wanted) throws IOException {
        for (var candidate : heads) {
            if (head != null && !head.equals(candidate.name())) continue;
            if (wanted.isEmpty() || wanted.get() == candidate.kind()) return candidate;
            if (wanted.get().labelsWords() && candidate.kind().labelsWords()) return candidate.as(wanted.get());
        }
        var has = heads.stream()
                .map(one -> one.name().isEmpty()
                        ? one.kind().id()
                        : one.name() + " (" + one.kind().id() + ")")
                .toList();
        throw new IOException("Cannot evaluate "
                + (head == null ? "" : "the head " + head + " of ") + "the model " + model
                + wanted.map(kind -> " for the task " + kind.id()).orElse("") + ": it has learnt "
                + String.join(", ", has) + ".");
    }

    private List<Example> examples(TaskHead asked, AtomicInteger rejected) throws IOException {
        return TestExamples.read(asked, data, rejection -> {
            rejected.incrementAndGet();
            spec.commandLine().getErr().println("left out: " + rejection);
        });
    }

    private void print(Result result) throws IOException {
        if (json) printJson(result);
        else printTable(result);
        spec.commandLine().getOut().flush();
    }

    private void printJson(Result result) throws IOException {
        var mapper = JsonMapper.builder().build();
        var answer = mapper.createObjectNode();
        answer.put("task", result.head().kind().id());
        if (!result.head().name().isEmpty()) answer.put("head", result.head().name());
        answer.put("model", result.model()).put("data", data.toString());
        answer.put("examples", result.examples()).put("seconds", result.seconds());
        var scores = result.comparison().scores();
        var metrics = answer.putObject("metrics");
        scores.values().forEach((name, value) -> {
            if (!name.contains(".")) metrics.put(name, value);
        });
        result.comparison().total().ifPresent(counts -> putCounts(metrics, counts));
        result.calibrationError().ifPresent(error -> answer.put("calibrationError", error));
        answer.put("main", scores.main());
        var perType = answer.putObject("perType");
        result.comparison().perType().forEach((type, counts) -> {
            var one = perType.putObject(type);
            one.put("precision", counts.precision()).put("recall", counts.recall());
            putCounts(one.put("f1", counts.f1()), counts);
        });
        if (!scores.remarks().isEmpty()) scores.remarks().forEach(answer.putArray("remarks")::add);
        spec.commandLine()
                .getOut()
                .println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    private static void putCounts(ObjectNode json, Counts counts) {
        json.put("correct", counts.correct())
                .put("predicted", counts.predicted())
                .put("known", counts.known());
    }

    private void printTable(Result result) {
        var out = spec.commandLine().getOut();
        var scores = result.comparison().scores();
        scores.values().forEach((name, value) -> {
            if (!name.contains(".")) out.printf(Locale.ROOT, "%-16s %9.4f%n", name, value);
        });
        if (!result.comparison().perType().isEmpty()) {
            out.printf(Locale.ROOT, "%n%-32s %9s %9s %9s %7s%n", "", "precision", "recall", "F1", "known");
        }
        result.comparison()
                .perType()
                .forEach((type, counts) -> out.printf(
                        Locale.ROOT,
                        "%-32s %9.4f %9.4f %9.4f %7d%n",
                        type,
                        counts.precision(),
                        counts.recall(),
                        counts.f1(),
                        counts.known()));
        scores.remarks().forEach(out::println);
        result.calibrationError()
                .ifPresent(error -> out.printf(
                        Locale.ROOT, "confidence is off by %.1f points on average (calibration error)%n", 100 * error));
        out.printf(Locale.ROOT, "%d examples in %.1f s%n", result.examples(), result.seconds());
    }
}
