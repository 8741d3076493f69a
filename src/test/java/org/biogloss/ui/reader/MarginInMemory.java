package org.biogloss.ui.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;

/// A margin's desk without a disk, over the reader's.
final class MarginInMemory implements MarginDesk {

    final DeskInMemory reader;
    final Map<String, Duration> times = new HashMap<>();
    final List<Version> versions = new ArrayList<>();
    volatile String guidelines = "";
    volatile boolean timed;

    MarginInMemory(DeskInMemory reader) {
        this.reader = reader;
    }

    /// A minute apart; numbered from 1.
    @Override
    public synchronized List<Moment> moments(String documentId) {
        var past = reader.history(documentId, 1000).reversed();
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < past.size(); i++) {
            var time = Instant.parse("2026-11-24T09:00:00Z").plusSeconds(60L * i);
            moments.add(new Moment(i + 1, time, past.get(i).by(), past.get(i).title()));
        }
        return moments.reversed();
    }

    @Override
    public synchronized AnnotatedDocument asOf(String documentId, long entry) {
        var done = reader.done(documentId);
        return reader.document(documentId).before(done.subList(0, done.size() - (int) entry));
    }

    @Override
    public void writeHistory(Path file, Optional<String> documentId) throws IOException {
        Files.writeString(file, documentId.orElse("all"));
    }

    @Override
    public String guidelines() {
        return guidelines;
    }

    @Override
    public void saveGuidelines(String markdown) {
        guidelines = markdown;
    }

    @Override
    public synchronized void keepVersion() {
        if (!guidelines.isBlank()) versions.addFirst(new Version(Instant.EPOCH, "ada", guidelines));
    }

    @Override
    public synchronized List<Version> earlierGuidelines() {
        return List.copyOf(versions);
    }

    @Override
    public boolean isTimed() {
        return timed;
    }

    @Override
    public void setTimed(boolean on) {
        timed = on;
    }

    @Override
    public synchronized Duration spent(String documentId) {
        return times.getOrDefault(documentId, Duration.ZERO);
    }

    @Override
    public synchronized void spend(String documentId, Duration more) {
        times.merge(documentId, more, Duration::plus);
    }
}
