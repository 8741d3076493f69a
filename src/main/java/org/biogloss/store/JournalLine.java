package org.biogloss.store;

import java.time.Instant;

/// A journal entry as a person reads it.
public record JournalLine(long number, Instant time, String by, JournalEntry.Kind kind, String title) {}
