package org.biogloss.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.document.DocumentStatus;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.store.DocumentSummary;

/// What the library needs of the open project. Every verb may touch the disk: none is called on the window's thread.
public interface LibraryDesk {

    /// What became different.
    ///
    /// @param ids of the documents whose row may look different; empty where any may be, or where others came
    record Change(Set<String> ids) {}

    long documentCount();

    /// In import order.
    List<DocumentSummary> summaries(int offset, int limit);

    /// In the order asked for.
    List<DocumentSummary> summaries(List<String> ids);

    /// Where it stands in import order; -1 where there is no such document.
    int place(String documentId);

    SearchResults search(SearchRequest request);

    /// How many papers stand so, of those that the question finds; its offset and limit do not matter.
    long count(SearchRequest question, DocumentStatus status);

    /// Names of the types that one may filter by.
    List<String> entityTypes();

    ImportReport importFiles(List<Path> filesOrFolders, JobContext context);

    void setStatus(String documentId, DocumentStatus status);

    /// Calls the listener after each change, on any thread.
    void listen(Consumer<Change> listener);

    /// Calls the listener when what was changed is found by searches too, on any thread.
    void listenToIndex(Runnable listener);
}
