package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.NerScores;
import org.biogloss.tasks.examples.ExampleFile;
import org.biogloss.training.Evaluation;
import org.biogloss.training.PredictionFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `biogloss evaluate`: how good a model is on data whose answers are known.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures a model on data whose answers are known: entities, strict.")
public final class EvaluateCommand implements Callable<Integer> {

    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "M", description = "The id of a model, or its folder.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(names = "--task", paramLabel = "T", defaultValue = ModelCard.NER, description = "The task: ner.")
    private String task = ModelCard.NER;

    @Option(names = "--data", required = true, paramLabel = "FILE.jsonl[.gz]", description = "Texts with entities.")
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
            description = "Also write each text with its entities and those predicted.")
    private @Nullable Path predictions;

    public EvaluateCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        if (!task.equals(ModelCard.NER)) {
            throw new IOException("Cannot evaluate the task " + task + ": so far there is ner.");
        }
        var card = models.require(model);
        var rejected = new AtomicInteger();
        var examples = ExampleFile.readMentions(data, List.of(), rejection -> {
            rejected.incrementAndGet();
            spec.commandLine().getErr().println("left out: " + rejection);
        });
        if (examples.isEmpty()) throw new IOException("Cannot evaluate: there is no example in " + data + ".");
        var known = known(examples, card.types());
        var evaluation = Evaluation.of(card, known, Compute.choose(device, precision), JobContext.silent());
        if (predictions != null) PredictionFile.write(predictions, known, evaluation.predictions());
        print(card, known.size(), evaluation);
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    /// A model is not blamed for types that it never learnt.
    private static List<NerExample> known(List<NerExample> examples, List<String> types) {
        return examples.stream()
                .map(example -> new NerExample(
                        example.id(),
                        example.text(),
                        example.mentions().stream()
                                .filter(mention -> types.contains(mention.type()))
                                .toList()))
                .toList();
    }

    private void print(ModelCard card, int examples, Evaluation evaluation) throws IOException {
        var out = spec.commandLine().getOut();
        var perType = new TreeMap<>(evaluation.scores().perType());
        if (json) {
            var mapper = JsonMapper.builder().build();
            var answer = mapper.createObjectNode();
            answer.put("task", task).put("model", card.id()).put("data", data.toString());
            answer.put("examples", examples).put("seconds", evaluation.seconds());
            put(answer.putObject("metrics"), evaluation.scores().total());
            var types = answer.putObject("perType");
            perType.forEach((type, counts) -> put(types.putObject(type), counts));
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            out.printf(Locale.ROOT, "%-16s %9s %9s %9s%n", "", "precision", "recall", "F1");
            row("all", evaluation.scores().total());
            perType.forEach(this::row);
            out.printf(Locale.ROOT, "%d examples in %.1f s%n", examples, evaluation.seconds());
        }
        out.flush();
    }

    private void row(String name, NerScores.Counts counts) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-16s %9.4f %9.4f %9.4f%n",
                        name,
                        counts.precision(),
                        counts.recall(),
                        counts.f1());
    }

    private static void put(ObjectNode metrics, NerScores.Counts counts) {
        metrics.put("precision", counts.precision())
                .put("recall", counts.recall())
                .put("f1", counts.f1());
        metrics.put("correct", counts.correct())
                .put("predicted", counts.predicted())
                .put("known", counts.known());
    }
}
