package org.biogloss.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/// An index as it was when it was last committed, to search it while another process writes it.
public final class IndexSnapshot implements AutoCloseable {

    static {
        DocumentIndex.settle();
    }

    private final Path folder;
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final Analyzer analyzer = IndexForm.analyzer();

    private IndexSnapshot(Path folder, FSDirectory directory, DirectoryReader reader) {
        this.folder = folder;
        this.directory = directory;
        this.reader = reader;
    }

    /// @throws IndexException if there is no index or it cannot be read
    public static IndexSnapshot open(Path folder) {
        try {
            var directory = FSDirectory.open(folder);
            try {
                return new IndexSnapshot(folder, directory, DirectoryReader.open(directory));
            } catch (IOException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    /// @throws QueryException if the words cannot be answered as they stand
    public SearchResults search(SearchRequest request) {
        try {
            return new Answers(analyzer).search(new IndexSearcher(reader), request, System.nanoTime());
        } catch (IndexSearcher.TooManyClauses _) {
            throw new QueryException("The query has too many words. A title or a sentence is enough.");
        } catch (IOException | UncheckedIOException e) {
            throw trouble(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw trouble(folder, e);
        }
    }

    private static IndexException trouble(Path folder, Exception e) {
        return new IndexException(
                "Cannot read the search index " + folder + ": " + e.getMessage()
                        + ". Open the project in BioGloss; that makes the index again.",
                e);
    }
}
