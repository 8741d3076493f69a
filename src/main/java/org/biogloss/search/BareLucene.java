package org.biogloss.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.biogloss.document.AnnotatedDocument;

/// The peer that [SearchBenchmark] measures beside: Lucene as its documentation shows it, with the standard analyzer,
/// on the fields that a bare abstract has in [IndexForm], and without snippets. Not used by the product.
final class BareLucene {

    private final FSDirectory directory;
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final IndexWriter writer;

    @SuppressWarnings("NullAway.Init")
    private IndexSearcher searcher;

    BareLucene(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64));
    }

    void add(AnnotatedDocument annotated) throws IOException {
        var source = annotated.document();
        var document = new Document();
        document.add(new StringField("key", source.id(), Field.Store.NO));
        document.add(new SortedDocValuesField("key", new BytesRef(source.id())));
        document.add(new TextField("id", source.id(), Field.Store.YES));
        document.add(new TextField("title", source.title(), Field.Store.YES));
        document.add(new TextField("text", source.text(), Field.Store.YES));
        document.add(new StringField("status", annotated.status().name(), Field.Store.NO));
        writer.updateDocument(new Term("key", source.id()), document);
    }

    void finish() throws IOException {
        writer.commit();
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    long ask(DrawnQueries.Drawn drawn, int hits) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(in("text", drawn), Occur.SHOULD)
                .add(new BoostQuery(in("title", drawn), 1.5f), Occur.SHOULD)
                .build();
        var top = searcher.search(query, hits);
        for (var hit : top.scoreDocs) searcher.storedFields().document(hit.doc, Set.of("id", "title"));
        return top.totalHits.value();
    }

    void close() throws IOException {
        searcher.getIndexReader().close();
        writer.close();
        directory.close();
    }

    private static Query in(String field, DrawnQueries.Drawn drawn) {
        var words = drawn.words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return switch (drawn.kind()) {
            case WORDS -> all(field, words);
            case PHRASE -> new PhraseQuery(field, words.toArray(String[]::new));
            case PREFIX -> new PrefixQuery(new Term(field, words.getFirst()));
        };
    }

    private static Query all(String field, List<String> words) {
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.MUST));
        return all.build();
    }
}
