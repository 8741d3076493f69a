package org.biogloss.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.biogloss.search.TermHit.Match;

/// The names of a terminology's concepts, to look one up while typing: an entry a name or synonym, with the words
/// folded
/// as in documents, so that `β-cell`, `beta cells` and `B cell`'s case meet.
///
/// It never changes once it is made; any number of threads may ask.
public final class TermIndex implements AutoCloseable {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String TERM = "term";

    /// All words of a term in order, parted by blanks.
    private static final String KEY = "key";

    private static final String WORD = "word";
    /// Of an entry, that its term is the concept's name.
    private static final String PREFERRED = "preferred";

    private static final String DEFINITION = "definition";
    private static final String PARENT = "parent";
    private static final String SYNONYM = "synonym";

    /// Marks the entry that tells a concept whole.
    private static final String CONCEPT = "concept";

    /// So many entries are looked at for the best; a concept may have several among them.
    private static final int LOOKED_AT = 400;

    /// Words must be so long for a letter, and for two, to be wrong.
    private static final int ONE_WRONG = 5;

    private static final int TWO_WRONG = 9;

    private final String name;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = IndexForm.analyzer();

    private TermIndex(String name, DirectoryReader reader) {
        this.name = name;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /// Makes an index of a file in an empty folder.
    ///
    /// @param progress hears how many bytes of the file have been read; what it throws ends the work
    /// @return how many concepts it has
    /// @throws IOException with words, if the file is no terminology; the folder then holds nothing of use
    static long make(Path file, Path folder, LongConsumer progress) throws IOException {
        DocumentIndex.settle();
        Files.createDirectories(folder);
        try (var directory = FSDirectory.open(folder);
                var analyzer = IndexForm.analyzer();
                var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            try {
                return ConceptFile.read(file, concept -> add(writer, analyzer, concept), progress);
            } catch (UncheckedIOException disk) {
                throw disk.getCause();
            }
        }
    }

    private static void add(IndexWriter writer, Analyzer analyzer, Concept concept) {
        try {
            var whole = new Document();
            whole.add(new StringField(CONCEPT, concept.id(), Field.Store.NO));
            whole.add(new StoredField(ID, concept.id()));
            whole.add(new StoredField(NAME, concept.name()));
            whole.add(new StoredField(DEFINITION, concept.definition()));
            concept.synonyms().forEach(synonym -> whole.add(new StoredField(SYNONYM, synonym)));
            concept.parents().forEach(parent -> whole.add(new StoredField(PARENT, parent)));
            writer.addDocument(whole);
            writer.addDocument(entry(analyzer, concept, concept.name(), true));
            for (var synonym : concept.synonyms()) writer.addDocument(entry(analyzer, concept, synonym, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document entry(Analyzer analyzer, Concept concept, String term, boolean isName) {
        var entry = new Document();
        entry.add(new StoredField(ID, concept.id()));
        entry.add(new StoredField(TERM, term));
        if (isName) entry.add(new StoredField(PREFERRED, 1));
        var words = Cut.of(analyzer, term);
        entry.add(new StringField(KEY, words.key(), Field.Store.YES));
        words.all().forEach(word -> entry.add(new StringField(WORD, word, Field.Store.NO)));
        return entry;
    }

    /// @param inOrder the words
    /// @param all     the same, and those tied by a hyphen as one besides
    private record Cut(List<String> inOrder, List<String> all) {

        static Cut of(Analyzer analyzer, String text) {
            var inOrder = new ArrayList<String>();
            var all = new ArrayList<String>();
            try (var stream = analyzer.tokenStream(KEY, new StringReader(text))) {
                var term = stream.addAttribute(CharTermAttribute.class);
                var step = stream.addAttribute(PositionIncrementAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    all.add(term.toString());
                    if (step.getPositionIncrement() > 0) inOrder.add(term.toString());
                }
                stream.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e); // it reads from memory
            }
            return new Cut(inOrder, all);
        }

        String key() {
            return String.join(" ", inOrder);
        }
    }

    /// @param name what people call it
    public static TermIndex open(String name, Path folder) throws IOException {
        DocumentIndex.settle();
        var directory = FSDirectory.open(folder);
        try {
            return new TermIndex(name, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw new IOException(
                    "Cannot open the terminology " + name + " in " + folder + ": " + e.getMessage()
                            + ". Add its file again.",
                    e);
        }
    }

    public String name() {
        return name;
    }

    /// How many concepts it has.
    public int size() throws IOException {
        return reader.getDocCount(CONCEPT);
    }

    public Optional<Concept> find(String id) throws IOException {
        var top = searcher.search(new TermQuery(new Term(CONCEPT, id)), 1);
        if (top.scoreDocs.length == 0) return Optional.empty();
        var stored = searcher.storedFields().document(top.scoreDocs[0].doc);
        return Optional.of(new Concept(
                stored.get(ID),
                stored.get(NAME),
                List.of(stored.getValues(SYNONYM)),
                Optional.ofNullable(stored.get(DEFINITION)).orElse(""),
                List.of(stored.getValues(PARENT))));
    }

    /// The concepts that fit best, each once: by how they fit, then the shorter term first.
    ///
    /// @param text as far as it is typed
    public List<TermHit> search(String text, int limit) throws IOException {
        var words = Cut.of(analyzer, text);
        if (words.inOrder().isEmpty()) return List.of();
        return best(query(words), words, limit);
    }

    /// Those of which a name or synonym is this, but for case, hyphens, Greek letters and number: a tenth of the work.
    public List<TermHit> named(String text, int limit) throws IOException {
        var words = Cut.of(analyzer, text);
        return words.inOrder().isEmpty() ? List.of() : best(exactly(words), words, limit);
    }

    private List<TermHit> best(Query query, Cut words, int limit) throws IOException {
        var top = searcher.search(query, LOOKED_AT);
        var key = words.key();
        var same = forms(key);
        var best = new LinkedHashMap<String, Found>();
        for (var hit : top.scoreDocs) {
            var stored = searcher.storedFields().document(hit.doc);
            var id = stored.get(ID);
            var term = stored.get(TERM);
            boolean isName = stored.getField(PREFERRED) != null;
            var found = new Found(id, term, match(stored.get(KEY), key, same, isName, hit.score), isName);
            best.merge(id, found, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
        }
        var hits = new ArrayList<TermHit>();
        for (var found : best.values().stream().sorted(ORDER).limit(limit).toList()) {
            var concept = find(found.id());
            if (concept.isPresent()) hits.add(new TermHit(name, concept.get(), found.term(), found.match()));
        }
        return hits;
    }

    private record Found(String id, String term, Match match, boolean isName) {}

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::match)
            .thenComparingInt(found -> found.term().length())
            .thenComparing(found -> !found.isName())
            .thenComparing(Found::term)
            .thenComparing(Found::id);

    private static Match match(String key, String asked, List<String> same, boolean isName, float score) {
        if (same.contains(key)) return isName ? Match.NAME : Match.SYNONYM;
        if (key.startsWith(asked)) return Match.BEGINNING;
        return score >= WORDS ? Match.WORDS : Match.SIMILAR;
    }

    private static final float EXACT = 1000;
    private static final float BEGINNING = 100;
    private static final float WORDS = 10;

    private static Query query(Cut words) {
        var either = new ArrayList<Query>();
        either.add(exactly(words));
        either.add(scored(new PrefixQuery(new Term(KEY, words.key())), BEGINNING));
        either.add(scored(all(words.inOrder(), true), WORDS));
        either.add(scored(all(words.inOrder(), false), 1));
        return new DisjunctionMaxQuery(either, 0);
    }

    private static Query exactly(Cut words) {
        return new DisjunctionMaxQuery(
                forms(words.key()).stream()
                        .map(form -> scored(new TermQuery(new Term(KEY, form)), EXACT))
                        .toList(),
                0);
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /// The last word in singular and plural.
    private static List<String> forms(String key) {
        var forms = new ArrayList<String>();
        forms.add(key);
        int last = key.lastIndexOf(' ') + 1;
        for (var form : new Words.Part(key.substring(last), false).otherForms())
            forms.add(key.substring(0, last) + form);
        return forms;
    }

    private static Query all(List<String> words, boolean exactly) {
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean last = i == words.size() - 1;
            all.add(exactly ? exactly(word, last) : similar(word, last), Occur.MUST);
        }
        return all.build();
    }

    private static Query exactly(String word, boolean begun) {
        if (begun) return new PrefixQuery(new Term(WORD, word));
        var forms = new BooleanQuery.Builder().add(new TermQuery(new Term(WORD, word)), Occur.SHOULD);
        for (var form : new Words.Part(word, false).otherForms()) {
            forms.add(new TermQuery(new Term(WORD, form)), Occur.SHOULD);
        }
        return forms.build();
    }

    private static Query similar(String word, boolean begun) {
        if (word.length() < ONE_WRONG || Character.isDigit(word.charAt(0))) return exactly(word, begun);
        return new FuzzyQuery(new Term(WORD, word), word.length() < TWO_WRONG ? 1 : 2, 1);
    }

    /// Names of a concept's parents, as far as they are in this terminology.
    public Map<String, String> parents(Concept concept) throws IOException {
        var names = new LinkedHashMap<String, String>();
        for (var parent : concept.parents()) {
            names.put(parent, find(parent).map(Concept::name).orElse(""));
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        var directory = reader.directory();
        reader.close();
        directory.close();
    }
}
