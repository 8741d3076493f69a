package org.biogloss.ui.library;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.biogloss.document.DocumentStatus;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchResults;
import org.biogloss.store.DocumentSummary;

/// Search hits, with what the store knows of each.
final class SearchRows {

    private SearchRows() {}

    static List<Row> of(LibraryDesk project, SearchResults results) {
        var ids = results.hits().stream().map(SearchHit::id).toList();
        var summaries = project.summaries(ids).stream()
                .collect(Collectors.toMap(DocumentSummary::id, Function.identity(), (a, _) -> a));
        return results.hits().stream()
                .<Row>map(hit -> new Row.Paper(summaries.getOrDefault(hit.id(), unknown(hit)), hit.snippets()))
                .toList();
    }

    /// The index may know a paper a moment before the store shows it.
    private static DocumentSummary unknown(SearchHit hit) {
        return new DocumentSummary(hit.id(), hit.title(), DocumentStatus.NEW, 0, 0, "", "");
    }
}
