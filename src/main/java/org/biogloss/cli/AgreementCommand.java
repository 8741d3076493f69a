package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.biogloss.agreement.Agreement;
import org.biogloss.agreement.Case;
import org.biogloss.agreement.Figure;
import org.biogloss.agreement.Line;
import org.biogloss.agreement.Study;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ProjectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss agreement`: how far two or more agree on the same documents.
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how far annotations of the same documents agree: those of two or more files, or the layers of a"
                    + " project (--layers).",
            "Exit code 3: done, but some documents could not be compared; it says which and why."
        })
public final class AgreementCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "A B",
            description = "Files of any format that BioGloss reads, the same documents in each; or one project folder.")
    private List<Path> sources = List.of();

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "NAME",
            description = "Of a project, the layers to compare: people's or models', such as anna,berta.")
    private List<String> layers = List.of();

    @Option(
            names = "--disagreements",
            description = "Also list each place where two differ: document, kind, offsets, and what each says.")
    private boolean places;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var study = study();
        if (study.documents().isEmpty()) {
            throw new IOException("Cannot compare: no document is in all of " + String.join(", ", study.annotators())
                    + (study.remarks().isEmpty() ? "." : "; " + study.remarks().getFirst() + "."));
        }
        var agreement = Agreement.of(study);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(asJson(agreement)));
        } else {
            out.print(agreement.markdown());
            if (places) printPlaces(agreement);
        }
        out.flush();
        return study.remarks().isEmpty() ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    private Study study() throws IOException {
        if (sources.size() == 1 && ProjectStore.isProject(sources.getFirst())) return ofProject(sources.getFirst());
        if (sources.size() < 2) throw wrong("Name two files at least, or one project with --layers.");
        if (!layers.isEmpty()) throw wrong("--layers is for the layers of one project.");
        var read = new LinkedHashMap<String, List<AnnotatedDocument>>();
        for (var source : sources) {
            var documents = new ArrayList<AnnotatedDocument>();
            var report =
                    new Importer().read(List.of(source), Optional.empty(), "gold", documents::add, JobContext.silent());
            if (documents.isEmpty()) {
                throw new IOException("Cannot compare " + source + ": there is no document in it (" + report.rejected()
                        + " lines rejected). Is it one of the formats that import reads?");
            }
            read.put(name(source, read.keySet().contains(source.getFileName().toString())), documents);
        }
        return Study.ofSources(read);
    }

    private static String name(Path source, boolean isTaken) {
        return isTaken ? source.toString() : source.getFileName().toString();
    }

    private Study ofProject(Path project) throws IOException {
        if (layers.size() < 2) throw wrong("Name two layers of the project at least, with --layers.");
        var documents = new ArrayList<AnnotatedDocument>();
        try (var store = ProjectStore.openToRead(project)) {
            store.forEach(documents::add);
        }
        for (var layer : layers) {
            if (documents.stream()
                    .flatMap(document -> document.annotations().stream())
                    .noneMatch(one -> one.layer().equals(layer))) {
                throw new IOException("Cannot compare the layer " + layer + ": there is nothing in it. Layers are "
                        + String.join(", ", layersOf(documents)) + ".");
            }
        }
        return Study.ofLayers(documents, layers);
    }

    private static List<String> layersOf(List<AnnotatedDocument> documents) {
        return documents.stream()
                .flatMap(document -> document.annotations().stream())
                .map(one -> one.layer())
                .distinct()
                .sorted()
                .toList();
    }

    private void printPlaces(Agreement agreement) {
        var out = spec.commandLine().getOut();
        for (var pair : agreement.pairs()) {
            out.println("\n## Where " + agreement.names(pair) + " differ\n");
            for (var one : Case.differences(agreement.study(), pair.one(), pair.other())) {
                out.printf(
                        "%s\t%s\t%s\t%s\t%s%n",
                        one.document(),
                        one.place(),
                        kind(one),
                        words(agreement.study(), one, pair.one(), one.one()),
                        words(agreement.study(), one, pair.other(), one.other()));
            }
        }
    }

    private static String words(Study study, Case it, int annotator, Optional<Annotation> said) {
        if (said.isEmpty()) return "–";
        var item = study.documents().stream()
                .filter(one -> one.id().equals(it.document()))
                .findFirst()
                .orElseThrow();
        return item.words(annotator, said.get());
    }

    /// Of mentions as before relations and labels were told too: without saying that it is a mention.
    private static String kind(Case it) {
        var kind = it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (it.thing()) {
            case MENTION -> kind;
            case RELATION -> "relation-" + kind;
            case LABEL -> "label-" + kind;
        };
    }

    private static ObjectNode asJson(Agreement agreement) {
        var answer = JsonMapper.builder().build().createObjectNode();
        agreement.study().annotators().forEach(answer.putArray("annotators")::add);
        answer.put("documents", agreement.study().documents().size());
        put(answer.putObject("overall"), agreement.overall());
        var pairs = answer.putArray("pairs");
        for (var pair : agreement.pairs()) {
            var one = pairs.addObject();
            one.putArray("annotators")
                    .add(agreement.study().annotators().get(pair.one()))
                    .add(agreement.study().annotators().get(pair.other()));
            put(one.putObject("figures"), pair.figures());
            var byType = one.putObject("byType");
            pair.byType()
                    .forEach(type -> put(
                            byType.putObject(type.type()),
                            type.figures().getFirst().figure()));
            var kinds = new TreeMap<String, Integer>();
            for (var place : Case.differences(agreement.study(), pair.one(), pair.other())) {
                kinds.merge(kind(place), 1, Integer::sum);
            }
            var counts = one.putObject("disagreements");
            kinds.forEach(counts::put);
        }
        agreement.study().remarks().forEach(answer.putArray("notCompared")::add);
        return answer;
    }

    private static void put(ObjectNode into, List<Line> lines) {
        lines.forEach(line -> put(into.putObject(line.name()), line.figure()));
    }

    private static void put(ObjectNode one, Figure figure) {
        switch (figure) {
            case Figure.Undefined(var why) -> one.put("undefined", why);
            case Figure.Value(var value, var interval) -> {
                one.put("value", value);
                interval.ifPresent(
                        range -> one.putArray("interval").add(range.from()).add(range.to()));
            }
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
