package org.biogloss.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Schema;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.Filters;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.biogloss.store.DocumentSummary;
import org.biogloss.ui.library.LibraryDesk;
import org.biogloss.workbench.Workbench;

/// The library's desk over the open project: the store's list as it is, or what the index finds.
record LibraryRoom(Workbench workbench) implements LibraryDesk {

    @Override
    public Stretch rows(String query, Filters filters, int offset, int limit) {
        var store = workbench.store();
        if (query.isBlank() && filters.equals(Filters.NONE)) {
            var rows = store.summaries(offset, limit).stream()
                    .map(summary -> new Row(summary, "", List.of()))
                    .toList();
            return new Stretch(store.documentCount(), rows);
        }
        var found = workbench.search(new SearchRequest(query, filters, offset, limit));
        var summaries = new HashMap<String, DocumentSummary>();
        store.summaries(found.hits().stream().map(SearchHit::id).toList())
                .forEach(summary -> summaries.put(summary.id(), summary));
        var rows = found.hits().stream()
                .filter(hit -> summaries.containsKey(hit.id()))
                .map(hit -> row(hit, java.util.Objects.requireNonNull(summaries.get(hit.id())), query.isBlank()))
                .toList();
        return new Stretch(found.total(), rows);
    }

    private static Row row(SearchHit hit, DocumentSummary summary, boolean plain) {
        if (plain || hit.snippets().isEmpty()) return new Row(summary, "", List.of());
        var snippet = hit.snippets().getFirst();
        return new Row(summary, snippet.text(), snippet.highlights());
    }

    @Override
    public List<String> types() {
        return workbench.store().schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
    }

    @Override
    public ImportReport importFiles(List<Path> files, JobContext context) {
        return workbench.importFiles(files, Optional.empty(), workbench.activeLayer(), context);
    }
}
