package org.biogloss.ui.reader;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;

/// A desk without a disk.
final class DeskInMemory implements ReaderDesk {

    private record Done(String documentId, String title, Edit edit) {}

    final Map<String, AnnotatedDocument> documents = new LinkedHashMap<>();
    final List<String> titles = new ArrayList<>();
    final List<String> highlighted = new ArrayList<>();
    List<String> models = List.of("bc5cdr-minilm");
    Schema schema = Schema.standard();
    private final Deque<Done> undo = new ArrayDeque<>();
    private final Deque<Done> redo = new ArrayDeque<>();
    private Optional<String> broken = Optional.empty();

    DeskInMemory(AnnotatedDocument... documents) {
        for (var document : documents) this.documents.put(document.id(), document);
    }

    /// From now on, nothing can be kept.
    void breakDown(String why) {
        broken = Optional.of(why);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String annotator() {
        return "ada";
    }

    @Override
    public String layer() {
        return "gold";
    }

    @Override
    public synchronized AnnotatedDocument document(String id) {
        return Optional.ofNullable(documents.get(id)).orElseThrow();
    }

    @Override
    public synchronized AnnotatedDocument perform(String title, String documentId, Edit edit) {
        broken.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        titles.add(title);
        undo.push(new Done(documentId, title, edit));
        redo.clear();
        return apply(documentId, edit);
    }

    @Override
    public synchronized boolean canUndo() {
        return !undo.isEmpty();
    }

    @Override
    public synchronized boolean canRedo() {
        return !redo.isEmpty();
    }

    @Override
    public synchronized Optional<Step> undo() {
        if (undo.isEmpty()) return Optional.empty();
        var last = undo.pop();
        redo.push(last);
        apply(last.documentId(), last.edit().inverse());
        return Optional.of(new Step(last.documentId(), last.title()));
    }

    @Override
    public synchronized Optional<Step> redo() {
        if (redo.isEmpty()) return Optional.empty();
        var last = redo.pop();
        undo.push(last);
        apply(last.documentId(), last.edit());
        return Optional.of(new Step(last.documentId(), last.title()));
    }

    @Override
    public synchronized List<Past> history(String documentId, int limit) {
        return undo.stream()
                .filter(done -> done.documentId().equals(documentId))
                .limit(limit)
                .map(done -> new Past(Instant.EPOCH, "ada", done.title()))
                .toList();
    }

    @Override
    public synchronized Optional<String> neighbour(String documentId, int step) {
        var ids = List.copyOf(documents.keySet());
        int next = ids.indexOf(documentId) + step;
        return next >= 0 && next < ids.size() ? Optional.of(ids.get(next)) : Optional.empty();
    }

    @Override
    public List<String> highlighters() {
        return models;
    }

    @Override
    public void highlight(String documentId) {
        highlighted.add(documentId);
    }

    /// Everything that was done to the document and not undone, newest first.
    synchronized List<Edit> done(String documentId) {
        return undo.stream()
                .filter(one -> one.documentId().equals(documentId))
                .map(Done::edit)
                .toList();
    }

    private AnnotatedDocument apply(String id, Edit edit) {
        var after = document(id).apply(edit);
        documents.put(id, after);
        return after;
    }
}
