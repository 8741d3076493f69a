package org.biogloss.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;

/// `bench search`: indexes all PubMed abstracts at hand and asks 1,000 queries drawn from them, beside Lucene used
/// directly on the same fields in the same run.
///
/// The two take turns, and every other round the other goes first, so that neither has the warmer machine. Figures are
/// medians over the rounds, and so is the time of each query (20 hits, snippets included) before the percentiles of all
/// are taken.
public final class SearchBenchmark implements Benchmark {

    static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final int ROUNDS = 5;
    private static final int QUERIES = 1000;
    private static final int HITS = 20;
    private static final int WARM_UP = 4000;
    private static final long SEED = 20261123;
    private static final String PEER = "bare Lucene, no snippets";

    private final Round ours = new Round();
    private final Round bare = new Round();

    /// What one side's rounds came to.
    private static final class Round {
        private final Sample documentsPerSecond = new Sample();
        private final List<Sample> milliseconds =
                Stream.generate(Sample::new).limit(QUERIES).toList();
        private final Sample megabytes = new Sample();

        double queries(double percent) {
            var medians = new Sample();
            milliseconds.forEach(times -> medians.add(times.median()));
            return medians.percentile(percent);
        }
    }

    /// One side: fills an index in the folder, then answers.
    private interface Side {
        void index(Path folder, List<AnnotatedDocument> documents) throws IOException;

        long ask(DrawnQueries.Drawn query, int hits) throws IOException;

        void close() throws IOException;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws IOException {
        var documents = read(data.resolve(CORPUS), Integer.MAX_VALUE);
        var queries = DrawnQueries.from(documents, QUERIES, SEED);
        round(new BioGloss(), documents.subList(0, WARM_UP), queries, new Round());
        round(new Bare(), documents.subList(0, WARM_UP), queries, new Round());
        for (int i = 0; i < ROUNDS; i++) {
            context.checkCancelled();
            context.report(new Progress(i, ROUNDS, "round " + (i + 1)));
            if (i % 2 == 0) round(new BioGloss(), documents, queries, ours);
            round(new Bare(), documents, queries, bare);
            if (i % 2 == 1) round(new BioGloss(), documents, queries, ours);
        }
        return List.of(
                Figure.of("documents", documents.size(), "documents"),
                figure("indexing", ours.documentsPerSecond, "documents/s", bare.documentsPerSecond),
                figure("index size", ours.megabytes, "MB", bare.megabytes),
                Figure.beside("query p50", ours.queries(50), "ms", PEER, bare.queries(50)),
                Figure.beside("query p99", ours.queries(99), "ms", PEER, bare.queries(99)));
    }

    private static Figure figure(String name, Sample ours, String unit, Sample bare) {
        return Figure.beside(name, ours.median(), unit, PEER, bare.median());
    }

    private static void round(
            Side side, List<AnnotatedDocument> documents, List<DrawnQueries.Drawn> queries, Round round)
            throws IOException {
        var folder = Files.createTempDirectory("biogloss-bench-search");
        try {
            long begin = System.nanoTime();
            side.index(folder, documents);
            round.documentsPerSecond.add(documents.size() / ((System.nanoTime() - begin) / 1e9));
            round.megabytes.add(size(folder) / 1e6);
            for (int i = 0; i < queries.size(); i++) {
                long asked = System.nanoTime();
                side.ask(queries.get(i), HITS);
                round.milliseconds.get(i).add((System.nanoTime() - asked) / 1e6);
            }
            side.close();
        } finally {
            delete(folder);
        }
    }

    private static final class BioGloss implements Side {

        @SuppressWarnings("NullAway.Init")
        private DocumentIndex index;

        @Override
        public void index(Path folder, List<AnnotatedDocument> documents) {
            index = DocumentIndex.open(folder);
            documents.forEach(index::update);
            index.commit();
            index.refresh();
        }

        @Override
        public long ask(DrawnQueries.Drawn query, int hits) {
            return index.search(SearchRequest.of(query.asTyped(), hits)).total();
        }

        @Override
        public void close() {
            index.close();
        }
    }

    private static final class Bare implements Side {

        @SuppressWarnings("NullAway.Init")
        private BareLucene lucene;

        @Override
        public void index(Path folder, List<AnnotatedDocument> documents) throws IOException {
            lucene = new BareLucene(folder);
            for (var document : documents) lucene.add(document);
            lucene.finish();
        }

        @Override
        public long ask(DrawnQueries.Drawn query, int hits) throws IOException {
            return lucene.ask(query, hits);
        }

        @Override
        public void close() throws IOException {
            lucene.close();
        }
    }

    static List<AnnotatedDocument> read(Path file, int most) throws IOException {
        var json = new ObjectMapper();
        var documents = new ArrayList<AnnotatedDocument>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null && documents.size() < most; line = in.readLine()) {
                JsonNode record = json.readTree(line);
                documents.add(AnnotatedDocument.bare(Document.of(
                        record.path("id").asText(), record.path("text").asText())));
            }
        }
        return documents;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
