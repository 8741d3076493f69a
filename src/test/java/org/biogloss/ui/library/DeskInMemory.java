package org.biogloss.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Span;
import org.biogloss.format.FileReport;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Rejection;
import org.biogloss.format.Repair;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.QueryException;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.search.Snippet;
import org.biogloss.store.DocumentSummary;

/// A project of any size that is nowhere: paper `i` has the id `i`.
final class DeskInMemory implements LibraryDesk {

    final AtomicInteger pagesRead = new AtomicInteger();
    final List<Path> imported = new CopyOnWriteArrayList<>();
    final Map<String, DocumentStatus> statuses = new HashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile int size;

    DeskInMemory(int size) {
        this.size = size;
    }

    @Override
    public long documentCount() {
        return size;
    }

    @Override
    public List<DocumentSummary> summaries(int offset, int limit) {
        pagesRead.incrementAndGet();
        return IntStream.range(offset, Math.min(offset + limit, size))
                .mapToObj(this::summary)
                .toList();
    }

    @Override
    public List<DocumentSummary> summaries(List<String> ids) {
        return ids.stream().map(id -> summary(Integer.parseInt(id))).toList();
    }

    @Override
    public int place(String documentId) {
        return Integer.parseInt(documentId);
    }

    /// Finds the papers whose id ends in the word asked for.
    @Override
    public SearchResults search(SearchRequest request) {
        if (request.query().equals("*")) throw new QueryException("There is no word to search for in *.");
        var wanted = request.filters().statuses();
        var all = IntStream.range(0, size)
                .filter(i -> String.valueOf(i).endsWith(request.query().strip()))
                .filter(i -> wanted.isEmpty() || wanted.contains(summary(i).status()))
                .boxed()
                .toList();
        var hits = all.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(i -> new SearchHit(
                        String.valueOf(i),
                        title(i),
                        1,
                        List.of(new Snippet(
                                "Binding of zinc to the finger of paper " + i + " was seen.",
                                List.of(new Span(11, 15))))))
                .toList();
        return new SearchResults(all.size(), hits, 0.003);
    }

    @Override
    public List<String> entityTypes() {
        return List.of("Chemical", "Disease", "Gene");
    }

    @Override
    public ImportReport importFiles(List<Path> filesOrFolders, JobContext context) {
        imported.addAll(filesOrFolders);
        size += 2;
        return report();
    }

    static ImportReport report() {
        return new ImportReport(List.of(
                new FileReport("papers/good.pubtator", "pubtator", "code points", 500, 9_809, 0, List.of(), List.of()),
                new FileReport(
                        "papers/with-a-rather-long-name-that-has-to-be-cut.xml.gz",
                        "bioc-xml",
                        "UTF-16 units",
                        12,
                        340,
                        8,
                        List.of(new Repair(
                                "document 227508, mention T4", "The offset is 3 off; moved to where the text is", 4)),
                        List.of(new Rejection(
                                "line 1,204", "The file ends in the middle of a document: it was cut off."))),
                new FileReport(
                        "papers/figure.pdf",
                        "unknown",
                        "none",
                        0,
                        0,
                        0,
                        List.of(),
                        List.of(new Rejection("file", "This is a PDF, which BioGloss does not read.")))));
    }

    @Override
    public long count(SearchRequest question, DocumentStatus status) {
        var all = new SearchRequest(question.query(), question.filters(), 0, Integer.MAX_VALUE);
        return search(all).hits().stream()
                .filter(hit -> summaries(List.of(hit.id())).getFirst().status() == status)
                .count();
    }

    @Override
    public void listenToIndex(Runnable listener) {}

    @Override
    public void setStatus(String documentId, DocumentStatus status) {
        statuses.put(documentId, status);
        tell(new Change(Set.of(documentId)));
    }

    @Override
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private DocumentSummary summary(int i) {
        var status = Optional.ofNullable(statuses.get(String.valueOf(i)))
                .orElse(i % 7 == 3 ? DocumentStatus.IN_PROGRESS : DocumentStatus.NEW);
        return new DocumentSummary(
                String.valueOf(i),
                title(i),
                status,
                i % 5 * 4,
                i % 3 * 7,
                String.valueOf(1970 + i % 50),
                "J Pharmacol Exp Ther");
    }

    private static String title(int i) {
        return TITLES.get(i % TITLES.size());
    }

    private static final List<String> TITLES = new ArrayList<>(List.of(
            "Naloxone reverses the antihypertensive effect of clonidine",
            "Lidocaine-induced cardiac asystole",
            "Effects of the β2-adrenoceptor agonist on tumour necrosis factor-α release in a randomised, double-blind and placebo-controlled trial",
            "BRCA1 p.Cys61Gly and loss of RING function in HeLa cells"));
}
