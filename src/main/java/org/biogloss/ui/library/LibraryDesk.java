package org.biogloss.ui.library;

import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.Filters;
import org.biogloss.store.DocumentSummary;

/// What the library needs of the open project. Every verb may touch the disk: none is called on the window's thread.
public interface LibraryDesk {

    /// One line of the list.
    ///
    /// @param snippet why it was found; empty where nothing was asked
    /// @param marks   what matched, as spans of the snippet
    record Row(DocumentSummary summary, String snippet, List<Span> marks) {}

    /// A stretch of the list.
    ///
    /// @param total of the whole list
    record Stretch(long total, List<Row> rows) {}

    /// @param query as typed; blank, with no filter, for all documents in import order
    Stretch rows(String query, Filters filters, int offset, int limit);

    /// The entity types that one can filter by.
    List<String> types();

    ImportReport importFiles(List<Path> files, JobContext context);
}
