package org.biogloss.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.biogloss.document.Texts;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.biogloss.tokens.compare.Passages;
import org.biogloss.ui.tokens.TokensDesk;
import org.biogloss.workbench.ProjectPassages;
import org.biogloss.workbench.Workbench;

/// The open project, or what a search has found in it, as a corpus.
///
/// @param found nothing for all of its documents
record ProjectCorpus(Workbench workbench, String name, long count, Optional<SearchRequest> found)
        implements TokensDesk.Corpus {

    private static final int PAGE = 500;

    @Override
    public String size() {
        return TokensRoom.documents(count);
    }

    @Override
    public Passages passages() {
        return new ProjectPassages(name, workbench.store(), found.map(this::ids));
    }

    /// Page by page, since each hit brings its snippets along.
    private List<String> ids(SearchRequest request) {
        var ids = new ArrayList<String>();
        for (int from = 0; ; from += PAGE) {
            var hits = workbench
                    .search(new SearchRequest(request.query(), request.filters(), from, PAGE))
                    .hits();
            hits.stream().map(SearchHit::id).forEach(ids::add);
            if (hits.size() < PAGE) return ids;
        }
    }

    @Override
    public Texts texts() {
        return new Texts() {
            @Override
            public Stream<Text> open() {
                var store = workbench.store();
                return found.map(ProjectCorpus.this::ids).orElseGet(store::ids).stream()
                        .flatMap(id -> store.find(id).stream())
                        .map(document -> new Text(document.id(), document.text()));
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    @Override
    public String text(String documentId) throws IOException {
        return workbench
                .store()
                .find(documentId)
                .orElseThrow(() -> new IOException(
                        "Cannot fetch " + documentId + ": the project has no document of that id any more."))
                .text();
    }

    @Override
    public Map<String, String> titles(List<String> documentIds) {
        var titles = new HashMap<String, String>();
        for (var summary : workbench.store().summaries(documentIds)) titles.put(summary.id(), summary.title());
        return titles;
    }

    @Override
    public boolean isInProject() {
        return true;
    }
}
