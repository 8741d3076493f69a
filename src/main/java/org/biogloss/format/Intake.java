package org.biogloss.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// What a reader of one file talks to: it offers documents and tells what it could not read.
final class Intake {

    /// The sink could not take a document. Not the file's fault, so no reader may swallow it.
    static final class SinkFailed extends UncheckedIOException {
        SinkFailed(IOException cause) {
            super(cause);
        }
    }

    private final FileInput input;
    private final Findings findings = new Findings();
    private final SeenDocuments seen;
    private final String layer;
    private final DocumentSink sink;
    private final JobContext context;
    private final Progress before;
    private long lastReport;

    /// @param before how many bytes of how many earlier files had, and this file's name
    Intake(FileInput input, SeenDocuments seen, String layer, DocumentSink sink, JobContext context, Progress before) {
        this.input = input;
        this.seen = seen;
        this.layer = layer;
        this.sink = sink;
        this.context = context;
        this.before = before;
    }

    Findings findings() {
        return findings;
    }

    void repaired(String where, String what) {
        findings.repaired(where, what);
    }

    void rejected(String where, String why) {
        findings.rejected(where, why);
    }

    /// Call while reading, at least once a document: stops a cancelled job and reports how far it is.
    void pulse() {
        context.checkCancelled();
        long done = before.done() + input.bytesRead();
        if (done - lastReport < 1 << 20) return;
        lastReport = done;
        context.report(new Progress(Math.min(done, before.total()), before.total(), before.what()));
    }

    /// Takes a document as it was found; understands, repairs and passes it on.
    void offer(RawDocument raw) {
        pulse();
        if (raw.id.isBlank()) {
            raw.id = input.stem() + "-" + (findings.documents() + 1);
            findings.repaired(raw.where, "the document has no id; it is called " + raw.id);
        }
        if (isRepeated(raw)) return;
        var assembled = new Assembly(raw, findings, layer, input.name()).document();
        if (assembled.isEmpty()) return;
        var document = assembled.get();
        try {
            sink.accept(document);
        } catch (IOException failure) {
            throw new SinkFailed(failure);
        }
        findings.took(document);
    }

    /// The same id with the same text is the same document. With another text it is another one, under a new id.
    private boolean isRepeated(RawDocument raw) {
        var text = new JoinedText(raw.segments).text();
        if (text.isBlank()) return false;
        if (seen.contains(raw.id)) {
            var original = raw.id;
            for (int n = 2; seen.contains(raw.id); n++) {
                if (seen.hasText(raw.id, text)) {
                    findings.rejected(
                            raw.where + ", document " + original,
                            "a document of this id with the same text was already read; skipped with its %,d mentions"
                                    .formatted(raw.mentions.size()));
                    return true;
                }
                raw.id = original + "-" + n;
            }
            findings.repaired(
                    raw.where + ", document " + original,
                    "another document of this id was already read; this one is now " + raw.id);
        }
        seen.add(raw.id, text);
        return false;
    }
}
