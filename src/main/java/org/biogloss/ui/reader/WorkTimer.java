package org.biogloss.ui.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// Measures how long a person works on the open document: from one sign of life to the next, unless they lie so far
/// apart that the person must have been elsewhere.
final class WorkTimer {

    /// One who reads without touching anything for longer has gone for coffee.
    static final Duration IDLE = Duration.ofSeconds(60);

    private final LongSupplier nanos;
    private final BiConsumer<String, Duration> spend;
    private Optional<String> document = Optional.empty();
    private long last;
    private long unsaved;

    /// @param nanos a clock that never goes back
    /// @param spend is handed a document and how much longer was worked on it
    WorkTimer(LongSupplier nanos, BiConsumer<String, Duration> spend) {
        this.nanos = nanos;
        this.spend = spend;
    }

    /// From now on this document is worked on, or none.
    void follow(Optional<String> documentId) {
        if (documentId.equals(document)) return;
        touch();
        save();
        document = documentId;
        last = nanos.getAsLong();
    }

    /// A sign of life: a key, a click, the wheel.
    void touch() {
        long now = nanos.getAsLong();
        long gap = now - last;
        last = now;
        if (document.isPresent() && gap < IDLE.toNanos()) unsaved += gap;
    }

    /// What is measured and not yet handed on.
    Duration unsaved() {
        return Duration.ofNanos(unsaved);
    }

    /// Hands on what was measured.
    void save() {
        var more = Duration.ofNanos(unsaved);
        unsaved = 0;
        if (more.toMillis() > 0) document.ifPresent(id -> spend.accept(id, more));
    }
}
