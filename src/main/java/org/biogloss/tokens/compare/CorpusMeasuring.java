package org.biogloss.tokens.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.jobs.JobContext;

/// Reads a corpus once and counts for all vocabularies at the same time, on all processors.
public final class CorpusMeasuring {

    /// Enough that every processor has some, and few enough that stopping takes no time.
    private static final int TOGETHER = 128;

    private final Passages corpus;
    private final JobContext context;
    private final List<NamedTokenizer> tokenizers;
    private final List<Cutter> cutters;
    private final List<Passages.Passage> waiting = new ArrayList<>();
    private final DocumentTable table;
    private final long[] pieces;
    private final long[] unknown;
    private final long[] inWords;
    private final long[] whole;
    private final Map<String, long[]> mentions = new TreeMap<>();
    private long characters;
    private long words;

    private CorpusMeasuring(Passages corpus, List<NamedTokenizer> tokenizers, JobContext context) {
        this.corpus = corpus;
        this.context = context;
        this.tokenizers = List.copyOf(tokenizers);
        this.cutters = tokenizers.stream().map(Cutter::new).toList();
        int columns = tokenizers.size();
        table = new DocumentTable(columns);
        pieces = new long[columns];
        unknown = new long[columns];
        inWords = new long[columns];
        whole = new long[columns];
    }

    /// @throws IOException with words, if the corpus cannot be read or has no text
    /// @throws java.util.concurrent.CancellationException if the job is cancelled
    public static CorpusFigures measure(Passages corpus, List<NamedTokenizer> tokenizers, JobContext context)
            throws IOException {
        if (tokenizers.isEmpty()) throw new IllegalArgumentException("There is no tokenizer to measure");
        var measuring = new CorpusMeasuring(corpus, tokenizers, context);
        corpus.each(measuring::take, context);
        measuring.countWaiting();
        if (measuring.table.size() == 0) {
            throw new IOException("Cannot measure " + corpus.name() + ": there is no text in it.");
        }
        return measuring.figures();
    }

    private void take(Passages.Passage passage) {
        waiting.add(passage);
        if (waiting.size() >= TOGETHER) countWaiting();
    }

    private void countWaiting() {
        context.checkCancelled();
        var counted = waiting.parallelStream()
                .map(passage -> Counted.of(passage, cutters))
                .toList();
        counted.forEach(this::add);
        waiting.clear();
    }

    private void add(Counted counted) {
        table.add(counted);
        characters += counted.characters();
        words += counted.words();
        for (int c = 0; c < pieces.length; c++) {
            pieces[c] += counted.pieces()[c];
            unknown[c] += counted.unknown()[c];
            inWords[c] += counted.inWords()[c];
            whole[c] += counted.whole()[c];
        }
        counted.mentions().forEach((type, counts) -> {
            var sums = mentions.computeIfAbsent(type, _ -> new long[pieces.length + 1]);
            for (int i = 0; i < sums.length; i++) sums[i] += counts[i];
        });
    }

    private CorpusFigures figures() {
        var totals = new CorpusFigures.Totals(table.size(), characters, words);
        var columns = new ArrayList<CorpusFigures.Column>();
        for (int c = 0; c < pieces.length; c++) {
            var kept = new LinkedHashMap<String, CorpusFigures.Mentions>();
            int place = c + 1;
            mentions.forEach((type, sums) -> kept.put(type, new CorpusFigures.Mentions(sums[0], sums[place])));
            columns.add(new CorpusFigures.Column(
                    tokenizers.get(c).name(),
                    tokenizers.get(c).tokenizer().vocabularySize(),
                    totals,
                    pieces[c],
                    unknown[c],
                    inWords[c],
                    whole[c],
                    java.util.Collections.unmodifiableMap(kept)));
        }
        return new CorpusFigures(corpus.name(), totals, columns, table);
    }
}
