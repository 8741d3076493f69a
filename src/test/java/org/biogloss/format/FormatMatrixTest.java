package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each format keeps is found out by writing and reading; the page of formats says the same, or the build fails.
class FormatMatrixTest {

    private static final String TEXT = "On 𝛼-toxin\nRenal and hepatic failure by 𝛼-toxin in mice.";
    private static final Source FILE = new Source.Imported("f.txt");
    private static final Path PAGE = Path.of("docs/formats.md");
    private static final String FROM = "<!-- what formats keep: written by FormatMatrixTest -->\n";
    private static final String TO = "<!-- end -->\n";

    @TempDir
    Path folder = Path.of("");

    private static Mention mention(String id, String type, Span... spans) {
        return new Mention(id, "gold", List.of(spans), type, List.of(), Map.of(), FILE);
    }

    private static final Mention TOXIN = mention("T1", "Chemical", new Span(3, 11));
    private static final Mention FAILURE = mention("T2", "Disease", new Span(22, 37));
    private static final Mention RENAL = mention("T3", "Disease", new Span(12, 17), new Span(30, 37));

    /// What is tried, and whether it came back.
    private record Trial(AnnotatedDocument document, Function<AnnotatedDocument, Boolean> cameBack) {}

    private static AnnotatedDocument document(List<Section> sections, DocumentStatus status, Annotation... all) {
        return new AnnotatedDocument(new Document("7", TEXT, sections, Map.of("file", "f.txt")), status, List.of(all));
    }

    private static Trial trial(Function<AnnotatedDocument, Boolean> cameBack, Annotation... all) {
        return new Trial(document(List.of(), DocumentStatus.NEW, all), cameBack);
    }

    private static boolean has(AnnotatedDocument document, Annotation wanted) {
        return document.annotations().stream().anyMatch(one -> one.equals(wanted));
    }

    private static boolean hasSpans(AnnotatedDocument document, Mention wanted) {
        // columns do not say where blanks stood
        return document.mentions()
                .anyMatch(one -> one.type().equals(wanted.type())
                        && one.spans().size() == wanted.spans().size()
                        && bare(one.in(document.text())).equals(bare(wanted.in(TEXT))));
    }

    private static String bare(String words) {
        return words.replaceAll("\\s", "");
    }

    private static Map<String, Trial> trials() {
        var trials = new LinkedHashMap<String, Trial>();
        var toxin = new Mention("T1", "gold", TOXIN.spans(), "Chemical", List.of("MESH:D1", "MESH:D2"), Map.of(), FILE);
        var sure = new Mention("T1", "gold", TOXIN.spans(), "Chemical", List.of(), Map.of("sure", "no"), FILE);
        var causes = relation("R1", List.of(end("head", "T1"), end("tail", "T2")));
        var three = relation("R1", List.of(end("head", "T1"), end("tail", "T2"), end("site", "T3")));
        var ofConcepts = new Relation(
                "R1",
                "gold",
                "causes",
                List.of(
                        new Relation.Argument("head", new Relation.OfConcept("MESH:D1")),
                        new Relation.Argument("tail", new Relation.OfConcept("MESH:D2"))),
                Map.of(),
                FILE);
        var label = new DocumentLabel("L1", "gold", "review", FILE);
        var other = new Mention("T1", "anna", TOXIN.spans(), "Chemical", List.of(), Map.of(), FILE);
        var by = new Mention("T1", "gold", TOXIN.spans(), "Chemical", List.of(), Map.of(), new Source.Person("anna"));
        trials.put("text", trial(read -> read.text().equals(TEXT)));
        trials.put("mentions", trial(read -> hasSpans(read, TOXIN) && hasSpans(read, FAILURE), TOXIN, FAILURE));
        trials.put("in several stretches", trial(read -> hasSpans(read, RENAL), RENAL));
        trials.put("overlapping", trial(read -> hasSpans(read, RENAL) && hasSpans(read, FAILURE), RENAL, FAILURE));
        trials.put(
                "concept ids",
                trial(read -> read.mentions().anyMatch(one -> one.concepts().equals(toxin.concepts())), toxin));
        trials.put(
                "attributes",
                trial(read -> read.mentions().anyMatch(one -> one.attributes().equals(sure.attributes())), sure));
        trials.put("relations", trial(read -> ties(read, causes), TOXIN, FAILURE, causes));
        trials.put("of three ends", trial(read -> ties(read, three), TOXIN, FAILURE, RENAL, three));
        trials.put("of concepts", trial(read -> ties(read, ofConcepts), toxin, ofConcepts));
        trials.put(
                "document labels",
                trial(read -> read.labels().anyMatch(one -> one.type().equals("review")), label));
        trials.put(
                "sections",
                new Trial(
                        document(
                                List.of(
                                        new Section("title", new Span(0, 11)),
                                        new Section("methods", new Span(12, TEXT.length()))),
                                DocumentStatus.NEW),
                        read -> read.document().sections().stream()
                                .map(Section::name)
                                .toList()
                                .equals(List.of("title", "methods"))));
        trials.put(
                "layers",
                trial(read -> read.mentions().anyMatch(one -> one.layer().equals("anna")), other));
        trials.put("who says so", trial(read -> has(read, by), by));
        trials.put(
                "status",
                new Trial(document(List.of(), DocumentStatus.DONE), read -> read.status() == DocumentStatus.DONE));
        return trials;
    }

    private static Relation.Argument end(String role, String mention) {
        return new Relation.Argument(role, new Relation.OfMention(mention));
    }

    private static Relation relation(String id, List<Relation.Argument> ends) {
        return new Relation(id, "gold", "causes", ends, Map.of(), FILE);
    }

    private static boolean ties(AnnotatedDocument read, Relation wanted) {
        return read.relations()
                .anyMatch(one -> one.type().equals(wanted.type())
                        && one.arguments().stream()
                                .map(Relation.Argument::role)
                                .toList()
                                .equals(wanted.arguments().stream()
                                        .map(Relation.Argument::role)
                                        .toList())
                        && one.arguments().stream()
                                .map(end -> end.end().getClass())
                                .toList()
                                .equals(wanted.arguments().stream()
                                        .map(end -> end.end().getClass())
                                        .toList()));
    }

    private boolean keeps(Format format, Trial trial) throws IOException {
        var out = format == Format.TEXT ? folder.resolve("texts") : folder.resolve("x" + format.extension());
        try (var writer = Exporter.open(format, out, Selection.everything())) {
            writer.write(trial.document());
            writer.finish();
        }
        var read = Reading.ofPaths(out);
        org.biogloss.registry.WholeFolder.delete(out);
        return !read.documents().isEmpty() && trial.cameBack().apply(read.only());
    }

    private String table() throws IOException {
        var formats = Arrays.stream(Format.values()).filter(Format::isWritten).toList();
        var table = new StringBuilder("| | ")
                .append(formats.stream().map(format -> "`" + format.id() + "`").collect(Collectors.joining(" | ")))
                .append(" |\n|---|")
                .append("---|".repeat(formats.size()))
                .append('\n');
        for (var trial : trials().entrySet()) {
            var cells = new ArrayList<String>();
            for (var format : formats) cells.add(keeps(format, trial.getValue()) ? "yes" : "–");
            table.append("| ")
                    .append(trial.getKey())
                    .append(" | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n");
        }
        return table.toString();
    }

    @Test
    void thePageSaysWhatComesBack() throws IOException {
        var page = Files.readString(PAGE);
        int from = page.indexOf(FROM);
        int to = page.indexOf(TO, from);
        assertTrue(from >= 0 && to > from, "the page has no place for the table");
        var found = table();
        var says = page.substring(from + FROM.length(), to);
        if (System.getenv("BIOGLOSS_WRITE") != null) {
            Files.writeString(PAGE, page.substring(0, from) + FROM + found + page.substring(to));
            return;
        }
        assertEquals(found, says, "Run the test with BIOGLOSS_WRITE=1 in the environment to write the table anew");
    }

    @Test
    void theLosslessFormKeepsAll() throws IOException {
        for (var trial : trials().entrySet()) assertTrue(keeps(Format.JSONL, trial.getValue()), trial.getKey());
    }

    /// Whatever does not come back was told before.
    @Test
    void whatIsLostIsTold() throws IOException {
        for (var format : Format.values()) {
            if (!format.isWritten()) continue;
            for (var trial : trials().entrySet()) {
                if (keeps(format, trial.getValue())) continue;
                try (var rehearsal = Exporter.rehearse(format, Selection.everything())) {
                    rehearsal.write(trial.getValue().document());
                    assertTrue(!rehearsal.finish().isEmpty(), format.title() + " says nothing of " + trial.getKey());
                }
            }
        }
    }
}
