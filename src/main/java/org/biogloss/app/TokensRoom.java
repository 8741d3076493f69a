package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.biogloss.document.Document;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Vocabularies;
import org.biogloss.registry.WholeFolder;
import org.biogloss.search.SearchRequest;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.tokens.compare.Passages;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.tokens.TokensDesk;
import org.biogloss.workbench.BlurbPassages;
import org.biogloss.workbench.ProjectPassages;
import org.biogloss.workbench.Workbench;

/// The Tokenizer Lab's desk: the vocabularies on disk, the open project as a corpus, and files from anywhere.
final class TokensRoom implements TokensDesk, AutoCloseable {

    private static final Texts TEXT = new Texts(TokensRoom.class);

    /// Beyond so many documents, the project is one data set, for want of time to ask each where it came from.
    private static final long MOST_BY_FILE = 20_000;

    private final Workbench workbench;
    private final Vocabularies vocabularies;
    private final Supplier<Optional<SearchRequest>> search;
    private final Supplier<Optional<String>> reader;
    private final Consumer<String> read;
    private final Map<String, Tokenizer> opened = new HashMap<>();

    /// @param search what the library is asked for now, if it is
    /// @param reader the text that the reader shows
    /// @param read   shows a document in the reader
    TokensRoom(
            Workbench workbench,
            Vocabularies vocabularies,
            Supplier<Optional<SearchRequest>> search,
            Supplier<Optional<String>> reader,
            Consumer<String> read) {
        this.workbench = workbench;
        this.vocabularies = vocabularies;
        this.search = search;
        this.reader = reader;
        this.read = read;
    }

    @Override
    public List<Shelved> vocabularies() {
        return vocabularies.all().stream()
                .map(known -> new Shelved(known.id(), known.name(), known.isOwn()))
                .toList();
    }

    @Override
    public Tokenizer open(String vocabularyId) throws IOException {
        synchronized (opened) {
            var known = opened.get(vocabularyId);
            if (known != null) return known;
            var fresh = vocabularies.open(vocabularyId);
            opened.put(vocabularyId, fresh);
            return fresh;
        }
    }

    @Override
    public String add(Path folder) throws IOException {
        return vocabularies.add(folder).id();
    }

    @Override
    public String train(Wish wish, JobContext context) throws IOException {
        var target = vocabularies.free(wish.name());
        try (var tokenizer = VocabularyTraining.train(wish.corpus().texts(), wish.how(), context)) {
            WholeFolder.replace(target, tokenizer::save);
        }
        return target.getFileName().toString();
    }

    @Override
    public MergeHistory history(String vocabularyId) throws IOException {
        for (var known : vocabularies.all()) {
            if (known.id().equals(vocabularyId) && known.folder().isPresent()) {
                return MergeHistory.read(known.folder().get());
            }
        }
        return new MergeHistory(List.of());
    }

    @Override
    public List<Corpus> corpora() {
        var corpora = new ArrayList<Corpus>();
        var store = workbench.store();
        long count = store.documentCount();
        if (count > 0) corpora.add(new ProjectCorpus(workbench, TEXT.get("thisProject"), count, Optional.empty()));
        search.get().ifPresent(request -> {
            long found = workbench.search(request).total();
            if (found == 0) return;
            var name = TEXT.get("found", request.query());
            corpora.add(new ProjectCorpus(workbench, name, found, Optional.of(request)));
        });
        return corpora;
    }

    @Override
    public Corpus files(List<Path> filesOrFolders) {
        return new FileCorpus(filesOrFolders);
    }

    @Override
    public List<Passages> dataSets() throws IOException {
        var data = System.getProperty("biogloss.data");
        if (data != null) {
            var sets = BlurbPassages.in(Path.of(data, "blurb"));
            if (!sets.isEmpty()) return sets;
        }
        return projectByFile();
    }

    private List<Passages> projectByFile() {
        var store = workbench.store();
        var whole = new ProjectPassages(TEXT.get("thisProject"), store, Optional.empty());
        if (store.documentCount() == 0 || store.documentCount() > MOST_BY_FILE) return List.of(whole);
        var files = new LinkedHashMap<String, List<String>>();
        for (var id : store.ids()) {
            var file = store.find(id)
                    .flatMap(found -> found.document().known(Document.SOURCE_FILE))
                    .orElse("");
            files.computeIfAbsent(file, _ -> new ArrayList<>()).add(id);
        }
        var sets = new ArrayList<Passages>(List.of(whole));
        if (files.size() > 1) {
            files.forEach((file, ids) ->
                    sets.add(new ProjectPassages(file.isEmpty() ? TEXT.get("noFile") : file, store, Optional.of(ids))));
        }
        return sets;
    }

    @Override
    public Optional<String> textInReader() {
        return reader.get();
    }

    @Override
    public void read(String documentId) {
        read.accept(documentId);
    }

    @Override
    public void close() {
        synchronized (opened) {
            opened.values().forEach(Tokenizer::close);
            opened.clear();
        }
    }

    static String documents(long count) {
        return Shown.count(count, "document", "documents");
    }
}
