package org.biogloss.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.Filters;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.store.DocumentSummary;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.library.LibraryDesk;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Workbench;

/// The library's desk over the open project: the store's list as it is, or what the index finds.
record LibraryRoom(Workbench workbench) implements LibraryDesk {

    private static final Texts TEXT = new Texts(LibraryRoom.class);

    @Override
    public long documentCount() {
        return workbench.store().documentCount();
    }

    @Override
    public List<DocumentSummary> summaries(int offset, int limit) {
        return workbench.store().summaries(offset, limit);
    }

    @Override
    public List<DocumentSummary> summaries(List<String> ids) {
        return workbench.store().summaries(ids);
    }

    @Override
    public int place(String documentId) {
        return workbench.store().ids().indexOf(documentId);
    }

    @Override
    public SearchResults search(SearchRequest request) {
        return workbench.search(request);
    }

    @Override
    public long count(SearchRequest question, DocumentStatus status) {
        var filters = question.filters();
        if (question.query().isBlank() && filters.equals(Filters.NONE)) {
            return workbench.store().statuses().getOrDefault(status, 0L);
        }
        if (!filters.statuses().isEmpty() && !filters.statuses().contains(status)) return 0;
        var narrowed = new Filters(filters.entityTypes(), filters.concept(), Set.of(status));
        return workbench
                .search(new SearchRequest(question.query(), narrowed, 0, 1))
                .total();
    }

    @Override
    public void listenToIndex(Runnable listener) {
        workbench.listen(change -> {
            if (change instanceof ProjectChange.Reindexed) listener.run();
        });
    }

    @Override
    public List<String> entityTypes() {
        return workbench.store().schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
    }

    @Override
    public ImportReport importFiles(List<Path> files, JobContext context) {
        return workbench.importFiles(files, Optional.empty(), workbench.activeLayer(), context);
    }

    @Override
    public void setStatus(String documentId, DocumentStatus status) {
        var now = workbench.document(documentId).status();
        if (now == status) return;
        workbench.perform(TEXT.get("mark." + status), documentId, new Edit.SetStatus(now, status));
    }

    @Override
    public void listen(Consumer<Change> listener) {
        workbench.listen(change -> {
            switch (change) {
                case ProjectChange.DocumentChanged one -> listener.accept(new Change(Set.of(one.id())));
                case ProjectChange.DocumentsChanged(var ids) -> listener.accept(new Change(ids));
                case ProjectChange.DocumentsImported _, ProjectChange.SchemaChanged _ ->
                    listener.accept(new Change(Set.of()));
                // The list stays as it was asked for: it would jump under the hand after each edit.
                case ProjectChange.Reindexed _, ProjectChange.LayerChanged _ -> {}
            }
        });
    }
}
