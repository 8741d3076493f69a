package org.biogloss.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.biogloss.agreement.Agreement;
import org.biogloss.agreement.Study;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;
import org.biogloss.search.Terminologies;

/// `bench desk`: what a curator waits for: concepts while typing, how far two people agree, all occurrences
/// of a name.
public final class DeskBenchmark implements Benchmark {

    private static final List<String> ONTOLOGIES = List.of("UBERON", "CL", "SO", "MOP");

    private static final int TERMS = 200;

    private static final int DOCUMENTS = 100;

    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var figures = new ArrayList<Figure>();
        var scratch = Files.createTempDirectory("biogloss-bench");
        try (var terms = Terminologies.open(scratch)) {
            figures.addAll(terms(terms, data.resolve("ontologies"), context));
        } finally {
            try (var files = Files.walk(scratch)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        context.checkCancelled();
        figures.addAll(agreement(data.resolve("documents/BC5CDR-documents/test.jsonl.gz")));
        context.checkCancelled();
        figures.addAll(new ReviewFigures(data.resolve("corpora/pubmed-abstracts.jsonl.gz")).measure(context));
        return figures;
    }

    /// Each term is typed letter by letter, some of them with a letter wrong.
    private static List<Figure> terms(Terminologies terms, Path folder, JobContext context) throws IOException {
        long start = System.nanoTime();
        long concepts = 0;
        for (var ontology : ONTOLOGIES) concepts += terms.add(folder.resolve(ontology + ".obo.zip"), ontology);
        double making = (System.nanoTime() - start) / 1e9;
        var random = new Random(1);
        var typed = new ArrayList<String>();
        for (var letter : "abcdefghilmnoprstuv".split("")) {
            for (var hit : terms.search(letter + "e", 50)) typed.add(hit.term());
        }
        var times = new Sample();
        for (int i = 0; i < TERMS; i++) {
            context.checkCancelled();
            var term = typed.get(random.nextInt(typed.size()));
            int wrong = random.nextInt(4) == 0 ? random.nextInt(term.length()) : -1;
            var written = new StringBuilder();
            for (int at = 0; at < Math.min(20, term.length()); at++) {
                written.append(at == wrong ? 'x' : term.charAt(at));
                long asked = System.nanoTime();
                terms.search(written.toString(), 10);
                if (i > 10) times.add((System.nanoTime() - asked) / 1e6);
            }
        }
        return List.of(
                Figure.of("indexing terminologies", concepts / making, "concepts/s"),
                Figure.of("a letter of a concept, median", times.median(), "ms"),
                Figure.of("a letter of a concept, 99th percentile", times.percentile(99), "ms"));
    }

    /// What BC5CDR says, and a second one who misses some and shifts some borders.
    private static List<Figure> agreement(Path file) throws IOException {
        var random = new Random(2);
        var items = new ArrayList<Study.Item>();
        new Importer()
                .read(
                        List.of(file),
                        Optional.empty(),
                        "gold",
                        document -> {
                            if (items.size() < DOCUMENTS) items.add(twice(document, random));
                        },
                        JobContext.silent());
        var study = new Study(List.of("one", "two"), items, List.of());
        var times = new Sample();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            Agreement.of(study);
            if (round > 0) times.add((System.nanoTime() - start) / 1e6);
        }
        return List.of(Figure.of("agreement of two over 100 abstracts, with intervals", times.median(), "ms"));
    }

    private static Study.Item twice(AnnotatedDocument document, Random random) {
        var known = document.mentions().toList();
        var other = new ArrayList<Mention>();
        for (var mention : known) {
            int luck = random.nextInt(10);
            if (luck == 0) continue;
            var hull = mention.hull();
            int end = luck == 1 ? Math.min(document.text().length(), hull.end() + 8) : hull.end();
            other.add(Mention.of("two", new Span(hull.start(), end), mention.type(), new Source.Person("two")));
        }
        return new Study.Item(
                document.id(),
                document.text(),
                List.of(new Study.Opinion(known, List.of(), Set.of()), new Study.Opinion(other, List.of(), Set.of())));
    }
}
