package org.biogloss.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.biogloss.document.Texts.Text;
import org.biogloss.format.CorpusFiles.Rejected;
import org.biogloss.format.CorpusFiles.Repaired;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// One pass through the files of a corpus: its texts in batches, and what became of each file.
final class CorpusReading {

    /// In bytes. A record is kept whole, so it must fit into memory a few times.
    private static final int LONGEST_RECORD = 128 << 20;

    /// In characters.
    private static final int BATCH = 1 << 16;

    private final List<Path> files;
    private final Optional<Pattern> dropped;
    private final LongConsumer read;
    private final List<Rejected> rejected = new CopyOnWriteArrayList<>();
    private final List<Repaired> repaired = new CopyOnWriteArrayList<>();
    private final AtomicLong droppedRecords = new AtomicLong();

    CorpusReading(List<Path> files, Optional<Pattern> dropped, LongConsumer read) {
        this.files = files;
        this.dropped = dropped;
        this.read = read;
    }

    Stream<Rejected> rejected() {
        return rejected.stream();
    }

    Stream<Repaired> repaired() {
        return repaired.stream();
    }

    long droppedRecords() {
        return droppedRecords.get();
    }

    /// Reads all files.
    ///
    /// @param taker of batches that are not empty
    void giveTo(Consumer<List<Text>> taker) {
        var batches = new Batches(taker);
        long before = 0;
        for (var file : files) {
            read(file, before, batches);
            before += FilesUnder.size(file);
            read.accept(before);
        }
        batches.flush();
    }

    private void read(Path file, long before, Batches batches) {
        try {
            if (!Files.isRegularFile(file)) {
                rejected.add(new Rejected(file, "it is no ordinary file"));
                return;
            }
            switch (Sniffed.file(file)) {
                case Sniffed.Known(var format) -> read(file, format, before, batches);
                case Sniffed.Foreign(var why) -> rejected.add(new Rejected(file, why));
            }
        } catch (IOException failure) {
            rejected.add(new Rejected(file, "it cannot be read: " + Reason.of(failure)));
        }
    }

    private void read(Path file, Format format, long before, Batches batches) throws IOException {
        try (var input = FileInput.open(file)) {
            var from = new Progress(before, Long.MAX_VALUE, input.name());
            DocumentSink sink = document -> batches.add(document.document().id(), document.text());
            var intake = new Intake(input, new SeenDocuments(), "", sink, new Told(), from);
            try {
                switch (format) {
                    case JSONL -> readRecords(input, intake, batches);
                    case TEXT -> readText(input, intake, batches);
                    default -> format.reader().read(input, intake);
                }
            } catch (CancellationException notTheFile) {
                throw notTheFile;
            } catch (IOException | RuntimeException failure) {
                intake.rejected("from some place on", Reason.of(failure));
            }
            input.failure()
                    .ifPresent(failure -> intake.rejected(
                            "from some place on", Reason.of(failure) + "; what stands before was read"));
            report(file, intake.findings().report(file.toString(), format));
        }
    }

    private void readRecords(FileInput input, Intake intake, Batches batches) throws IOException {
        var lines = new Lines(input, intake, LONGEST_RECORD);
        while (lines.advance()) {
            if (lines.line().isBlank()) continue;
            try {
                var record = CorpusRecord.of(lines.line());
                var id = record.id().isEmpty() ? input.stem() + "-" + lines.number() : record.id();
                if (isDropped(record)) droppedRecords.incrementAndGet();
                else if (record.text().isEmpty()) intake.rejected(lines.where(), "the record has no text");
                else batches.add(id, record.text());
            } catch (JsonProcessingException broken) {
                intake.rejected(lines.where(), "the line is no JSON object: " + Quote.of(broken.getOriginalMessage()));
            }
        }
    }

    private boolean isDropped(CorpusRecord record) {
        return dropped.isPresent()
                && record.in().stream()
                        .anyMatch(split -> dropped.get().matcher(split).matches());
    }

    private static void readText(FileInput input, Intake intake, Batches batches) throws IOException {
        var portions = new AtomicLong();
        new TextPortions(intake, text -> {
                    long number = portions.incrementAndGet();
                    batches.add(number == 1 ? input.stem() : input.stem() + "-" + number, text);
                })
                .read(input);
    }

    /// One line a file for each kind: a broken file of a million lines needs no more.
    private void report(Path file, FileReport findings) {
        if (!findings.rejected().isEmpty()) {
            var first = findings.rejected().getFirst();
            long all = findings.rejected().stream().mapToLong(Rejection::times).sum();
            rejected.add(new Rejected(file, words(all, "parts were left out", first.where(), first.why())));
        }
        if (!findings.repaired().isEmpty()) {
            var first = findings.repaired().getFirst();
            long all = findings.repaired().stream().mapToLong(Repair::times).sum();
            repaired.add(new Repaired(file, words(all, "parts were put right", first.where(), first.what())));
        }
    }

    private static String words(long all, String what, String where, String why) {
        var first = where + ": " + why;
        return all == 1 ? first : "%,d %s; the first: %s".formatted(all, what, first);
    }

    /// Collects texts until they are worth handing over.
    private static final class Batches {

        private final Consumer<List<Text>> taker;
        private final List<Text> batch = new ArrayList<>();
        private int characters;

        Batches(Consumer<List<Text>> taker) {
            this.taker = taker;
        }

        void add(String id, String text) {
            batch.add(new Text(id, text));
            characters += text.length();
            if (characters >= BATCH) flush();
        }

        void flush() {
            if (batch.isEmpty()) return;
            taker.accept(List.copyOf(batch));
            batch.clear();
            characters = 0;
        }
    }

    /// Passes on how far the reading is; it is stopped by the taker of the texts.
    private final class Told implements JobContext {

        @Override
        public void report(Progress progress) {
            read.accept(progress.done());
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
