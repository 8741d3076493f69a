package org.biogloss.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;

/// `bench open`: a project of 100,000 abstracts with ten mentions each; how fast it opens, shows a document and keeps
/// an
/// edit.
///
/// The abstracts are the PubMed ones at hand, repeated under other ids. Every edit is measured with its sync to disk,
/// beside a program that writes 4 KiB to a file and syncs it, which no durable edit can beat by much.
public final class OpenBenchmark implements Benchmark {

    private static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final int DOCUMENTS = 100_000;
    private static final int TIMES = 1_000;
    private static final int EDITS = 300;
    private static final int OPENINGS = 7;
    private static final int PAGE = 100;
    private static final List<String> TYPES = List.of("Chemical", "Disease", "Gene", "Species", "CellLine");

    private final int documents;
    private final Random random = new Random(20261123);

    public OpenBenchmark() {
        this(DOCUMENTS);
    }

    OpenBenchmark(int documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws IOException {
        var folder = Files.createTempDirectory("biogloss-bench-open");
        try {
            var figures = new ArrayList<Figure>();
            figures.add(Figure.of("documents", documents, "documents"));
            figures.add(Figure.of("import", fill(folder, data.resolve(CORPUS), context), "documents/s"));
            figures.add(Figure.of("project on disk", size(folder) / 1e6, "MB"));
            figures.add(Figure.of("open project", openings(folder), "ms"));
            try (var store = ProjectStore.open(folder)) {
                reading(store, figures);
                editing(store, folder, figures);
                figures.add(Figure.of("heap in use", heap(), "MB"));
            }
            return figures;
        } finally {
            delete(folder);
        }
    }

    private double fill(Path folder, Path corpus, JobContext context) throws IOException {
        long begin = System.nanoTime();
        try (var store = ProjectStore.create(folder, "Benchmark", Schema.standard());
                var batch = store.startImport()) {
            for (int made = 0; made < documents; ) made = pass(corpus, made, batch, context);
            batch.commit("bench", "Import");
        }
        return documents / ((System.nanoTime() - begin) / 1e9);
    }

    /// Reads the corpus once, up to the number of documents wanted.
    private int pass(Path corpus, int made, ImportBatch batch, JobContext context) throws IOException {
        var json = new ObjectMapper();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus), 1 << 16), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && made < documents; line = lines.readLine()) {
                batch.add(document("d" + made, json.readTree(line).path("text").asText()));
                if (++made % 1000 == 0) {
                    context.checkCancelled();
                    context.report(new Progress(made, documents, "documents made"));
                }
            }
        }
        return made;
    }

    private AnnotatedDocument document(String id, String text) {
        var document = new Document(id, text, List.of(), Map.of(Document.YEAR, "2001", Document.JOURNAL, "J. Bench"));
        var annotations = new ArrayList<Annotation>();
        for (int i = 0; i < 10 && text.length() > 100; i++) annotations.add(mention(text, i));
        return new AnnotatedDocument(document, DocumentStatus.NEW, annotations);
    }

    private Mention mention(String text, int n) {
        int start = random.nextInt(text.length() - 20);
        var source = n % 3 == 0 ? new Source.Model("ner", random.nextDouble()) : new Source.Imported("bench.txt");
        return Mention.of(
                n % 3 == 0 ? "ner" : "gold",
                Span.of(start, start + 4 + random.nextInt(14)),
                TYPES.get(n % TYPES.size()),
                source);
    }

    /// Until the name, the number of documents and the first page of the list are there.
    private double openings(Path folder) {
        var times = new Sample();
        for (int i = 0; i < OPENINGS; i++) {
            long begin = System.nanoTime();
            try (var store = ProjectStore.open(folder)) {
                if (store.documentCount() != documents
                        || store.summaries(0, PAGE).isEmpty()) {
                    throw new IllegalStateException("The project is not what was put in");
                }
                times.add(since(begin));
            }
        }
        return times.median();
    }

    private void reading(ProjectStore store, List<Figure> figures) {
        var opened = new Sample();
        var pages = new Sample();
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            var _ = store.find(anyId()).orElseThrow();
            opened.add(since(begin));
            begin = System.nanoTime();
            store.summaries(random.nextInt(documents), PAGE);
            pages.add(since(begin));
        }
        figures.add(Figure.of("open document p50", opened.median(), "ms"));
        figures.add(Figure.of("open document p99", opened.percentile(99), "ms"));
        figures.add(Figure.of("page of 100 summaries p50", pages.median(), "ms"));
        figures.add(Figure.of("page of 100 summaries p99", pages.percentile(99), "ms"));
        long begin = System.nanoTime();
        store.counts();
        figures.add(Figure.of("counts by type over the project", since(begin), "ms"));
    }

    private void editing(ProjectStore store, Path folder, List<Figure> figures) throws IOException {
        var edits = new Sample();
        var undos = new Sample();
        var syncs = new Sample();
        try (var file =
                FileChannel.open(folder.resolve("sync.bin"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < EDITS; i++) {
                long begin = System.nanoTime();
                store.perform("bench", "Mark", List.of(new DocumentEdit(anyId(), add())));
                edits.add(since(begin));
                begin = System.nanoTime();
                file.write(ByteBuffer.allocate(4096));
                file.force(false);
                syncs.add(since(begin));
            }
        }
        for (int i = 0; i < EDITS; i++) {
            long begin = System.nanoTime();
            store.undo("bench");
            undos.add(since(begin));
        }
        var peer = "write and sync 4 KiB";
        figures.add(Figure.beside("edit p50", edits.median(), "ms", peer, syncs.median()));
        figures.add(Figure.beside("edit p99", edits.percentile(99), "ms", peer, syncs.percentile(99)));
        figures.add(Figure.beside("undo p50", undos.median(), "ms", peer, syncs.median()));
    }

    private static Edit add() {
        return new Edit.Add(Mention.of("gold", Span.of(0, 5), "Gene", new Source.Person("bench")));
    }

    private String anyId() {
        return "d" + random.nextInt(documents);
    }

    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) size += Files.size(file);
        }
        return size;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
