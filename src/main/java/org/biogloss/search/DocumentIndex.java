package org.biogloss.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.biogloss.document.AnnotatedDocument;

/// The index of one project. Changes are searchable after [#refresh()] and outlive a crash after [#commit()].
///
/// Everything here can be made again from the store: whoever finds [#generation()] behind the store's journal brings
/// the index up to date. An index that cannot be read, or has an older form, is opened empty, at generation 0.
public final class DocumentIndex implements AutoCloseable {

    private static final String GENERATION = "generation";
    private static final String FORM = "form";
    private static final int BUFFER_MEGABYTES = 64;
    private static final int MOST_CLAUSES = 50_000;

    /// Lucene would advise at every start to add an incubator module, which speeds up nothing used here.
    private static final Logger VECTOR_ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        VECTOR_ADVICE.setLevel(Level.SEVERE);
        // A pasted abstract asks for some hundred words in several fields and forms.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    /// Makes sure that the settings above hold before anything of Lucene is used.
    static void settle() {}

    private final Path folder;
    private final FSDirectory directory;
    private final Analyzer analyzer = IndexForm.analyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Answers answers = new Answers(analyzer);

    private DocumentIndex(Path folder, FSDirectory directory) throws IOException {
        this.folder = folder;
        this.directory = directory;
        var config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        try {
            this.searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException unreadable) {
            writer.rollback();
            throw unreadable;
        }
        putGeneration(generation());
    }

    /// Opens the index in this folder, or makes one.
    ///
    /// @throws IndexException if another process has it open, or the disk refuses
    public static DocumentIndex open(Path folder) {
        FSDirectory directory = null;
        try {
            Files.createDirectories(folder);
            directory = FSDirectory.open(folder);
            return openOrRemake(folder, directory);
        } catch (IOException | RuntimeException e) {
            if (directory != null) closeQuietly(directory, e);
            throw asIndexException("open", folder, e);
        }
    }

    private static DocumentIndex openOrRemake(Path folder, FSDirectory directory) throws IOException {
        try {
            if (!DirectoryReader.indexExists(directory) || hasThisForm(directory)) {
                return new DocumentIndex(folder, directory);
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | NoSuchFileException
                | EOFException unreadable) {
            // Made anew below; the caller sees an empty index.
        }
        remove(directory);
        return new DocumentIndex(folder, directory);
    }

    private static boolean hasThisForm(FSDirectory directory) throws IOException {
        var form = SegmentInfos.readLatestCommit(directory).getUserData().get(FORM);
        return Integer.toString(IndexForm.VERSION).equals(form);
    }

    /// Removes the index files and nothing else, and only while no other process writes them.
    private static void remove(FSDirectory directory) throws IOException {
        try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll()) {
                if (file.startsWith("_") || file.startsWith("segments") || file.startsWith("pending_segments")) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /// Adds the document, or replaces the one with its id.
    public void update(AnnotatedDocument document) {
        doing("write", () -> writer.updateDocument(new Term(IndexForm.KEY, document.id()), IndexForm.of(document)));
    }

    public void delete(String id) {
        doing("write", () -> writer.deleteDocuments(new Term(IndexForm.KEY, id)));
    }

    /// Forgets every document.
    public void clear() {
        doing("write", writer::deleteAll);
        putGeneration(0);
    }

    /// Makes what was written so far searchable.
    public void refresh() {
        doing("read", () -> {
            searchers.maybeRefreshBlocking();
            return 0L;
        });
    }

    /// Makes what was written so far, and the generation, outlive a crash.
    public void commit() {
        doing("write", writer::commit);
    }

    public boolean isEmpty() {
        return writer.getDocStats().numDocs == 0;
    }

    /// The number of the last journal entry that the index reflects; 0 in a new index.
    public long generation() {
        return Long.parseLong(commitData().getOrDefault(GENERATION, "0"));
    }

    /// Notes the journal entry that the index reflects; kept by the next [#commit()].
    public void putGeneration(long number) {
        var data = Map.of(GENERATION, Long.toString(number), FORM, Integer.toString(IndexForm.VERSION));
        writer.setLiveCommitData(data.entrySet());
    }

    /// @throws QueryException if the words cannot be answered as they stand
    public SearchResults search(SearchRequest request) {
        long begin = System.nanoTime();
        return asking(searcher -> answers.search(searcher, request, begin));
    }

    /// The ids of the documents that hold one of the names, and perhaps of some that do not quite, in the order of the
    /// index.
    ///
    /// @param within only those that this asks for
    /// @throws QueryException if its words cannot be answered as they stand
    public List<String> holding(Occurrences names, Optional<SearchRequest> within) {
        return asking(searcher -> answers.holding(searcher, names, within));
    }

    /// The ids of all documents that the request asks for, beyond its limit, in the order of the index.
    ///
    /// @throws QueryException if its words cannot be answered as they stand
    public List<String> ids(SearchRequest request) {
        return asking(searcher -> answers.ids(searcher, request));
    }

    private interface Asking<R> {
        R of(IndexSearcher searcher) throws IOException;
    }

    private <R> R asking(Asking<R> asking) {
        try {
            var searcher = searchers.acquire();
            try {
                return asking.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IndexSearcher.TooManyClauses _) {
            throw new QueryException("The query has too many words. A title or a sentence is enough.");
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw asIndexException("read", folder, e);
        }
    }

    /// Closes without committing: what is not committed is made again from the store.
    @Override
    public void close() {
        doing("close", () -> {
            searchers.close();
            writer.close();
            directory.close();
            return 0L;
        });
    }

    private Map<String, String> commitData() {
        var data = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return data;
    }

    private interface Step {
        long run() throws IOException;
    }

    private void doing(String verb, Step step) {
        try {
            step.run();
        } catch (IOException | AlreadyClosedException e) {
            throw asIndexException(verb, folder, e);
        }
    }

    private static IndexException asIndexException(String verb, Path folder, Exception e) {
        var why = e instanceof LockObtainFailedException
                ? "another BioGloss has the project open; close it there first"
                : e.getMessage() + "; see that the disk has room and the folder may be written, or delete the folder: "
                        + "the index is made again when the project is opened";
        return new IndexException("Cannot " + verb + " the search index " + folder + ": " + why + ".", e);
    }

    private static void closeQuietly(FSDirectory directory, Exception because) {
        try {
            directory.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
