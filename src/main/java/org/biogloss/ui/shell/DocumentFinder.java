package org.biogloss.ui.shell;

import java.util.List;

/// Finds documents for the palette. Asked on a job's thread.
@FunctionalInterface
public interface DocumentFinder {

    record Found(String id, String title) {}

    /// Best first; none where the words cannot be searched for.
    List<Found> find(String words, int limit);
}
