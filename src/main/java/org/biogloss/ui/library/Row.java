package org.biogloss.ui.library;

import java.util.List;
import org.biogloss.search.Snippet;
import org.biogloss.store.DocumentSummary;

/// A line of the list.
public sealed interface Row {

    /// On its way from the disk.
    record Loading(int index) implements Row {}

    /// @param snippets why a search found it; empty in the plain list
    record Paper(DocumentSummary summary, List<Snippet> snippets) implements Row {

        String id() {
            return summary.id();
        }
    }
}
