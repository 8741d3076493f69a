package org.biogloss.tokens;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.Workers;

/// Reads a corpus once, on all processors, and counts its words. Keeps the distinct words and nothing else.
final class WordCounting {

    /// In characters: enough work that handing it out costs nothing.
    private static final int BATCH = 1 << 17;

    private final WordSplitter splitter;
    private final WordCounts counts = new WordCounts();
    private long texts;

    private WordCounting(WordSplitter splitter) {
        this.splitter = splitter;
    }

    /// @param words of one corpus
    /// @param texts how many there were
    record Counted(WordCounts words, long texts) {}

    static Counted of(Texts corpus, Supplier<WordSplitter> splitters, JobContext context) throws IOException {
        long bytes = corpus.bytes();
        var what = "counting the words of " + corpus.name();
        try (var texts = corpus.open(read -> context.report(new Progress(Math.min(read, bytes), bytes, what)))) {
            var all = Workers.share(
                    new Batches(texts.iterator()),
                    () -> new WordCounting(splitters.get()),
                    WordCounting::count,
                    context);
            var first = all.getFirst();
            for (var other : all.subList(1, all.size())) {
                first.counts.addAll(other.counts);
                first.texts += other.texts;
            }
            return new Counted(first.counts, first.texts);
        }
    }

    private void count(List<String> batch) {
        for (var text : batch) splitter.split(text, counts);
        texts += batch.size();
    }

    private record Batches(Iterator<Texts.Text> texts) implements Iterator<List<String>> {

        @Override
        public boolean hasNext() {
            return texts.hasNext();
        }

        @Override
        public List<String> next() {
            var batch = new ArrayList<String>();
            int characters = 0;
            while (characters < BATCH && texts.hasNext()) {
                var text = texts.next().text();
                characters += text.length();
                batch.add(text);
            }
            return batch;
        }
    }
}
