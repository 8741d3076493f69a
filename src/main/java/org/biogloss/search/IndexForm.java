package org.biogloss.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;

/// How a document stands in the index: which Lucene fields it has, and what each holds.
///
/// Rejected annotations are left out. The words of a mention stand under its type (`gene:brca`), so that any number of
/// types needs one field.
final class IndexForm {

    /// Raised when fields or folding change: an index of another form is made anew.
    static final int VERSION = 2;

    static final String KEY = "key";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String JOURNAL = "journal";
    static final String YEAR = "year";
    static final String YEAR_NUMBER = "year-number";
    static final String STATUS = "status";
    static final String MENTION = "mention";
    static final String CONCEPT = "concept";
    static final String HAS = "has";
    static final String LAYER = "layer";
    static final String MODEL = "model";
    static final String LABEL = "label";
    static final String RELATION = "relation";
    static final String NOTE = "note";

    private static final FieldType STORED_TEXT = text(true);
    private static final FieldType TEXT_ONLY = text(false);

    private IndexForm() {}

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new FoldingTokenizer());
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return 100;
            }
        };
    }

    static org.apache.lucene.document.Document of(AnnotatedDocument annotated) {
        var source = annotated.document();
        var document = new org.apache.lucene.document.Document();
        document.add(new StringField(KEY, source.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(source.id())));
        document.add(new Field(ID, source.id(), STORED_TEXT));
        document.add(new Field(TITLE, source.title(), STORED_TEXT));
        document.add(new Field(TEXT, source.text(), STORED_TEXT));
        source.known(Document.JOURNAL).ifPresent(journal -> document.add(new Field(JOURNAL, journal, TEXT_ONLY)));
        source.known(Document.YEAR).ifPresent(year -> addYear(document, year.strip()));
        document.add(new StringField(STATUS, key(annotated.status().name()), Field.Store.NO));
        addAnnotations(document, annotated);
        return document;
    }

    /// The form in which names of types, layers and ids are compared: `CellLine`, `cell_line` and `Cell-Line` are one.
    static String key(String name) {
        var key = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return key.isEmpty() ? name : key;
    }

    /// Concept ids keep their punctuation: `MESH:D003000`.
    static String conceptKey(String concept) {
        return concept.strip().toLowerCase(Locale.ROOT);
    }

    private static void addYear(org.apache.lucene.document.Document document, String year) {
        document.add(new StringField(YEAR, cut(year), Field.Store.NO));
        if (year.matches("\\d{1,4}")) {
            document.add(new IntField(YEAR_NUMBER, Integer.parseInt(year), Field.Store.NO));
        }
    }

    private static void addAnnotations(org.apache.lucene.document.Document document, AnnotatedDocument annotated) {
        var has = new TreeSet<String>();
        var concepts = new TreeSet<String>();
        var layers = new TreeSet<String>();
        var models = new TreeSet<String>();
        addNote(document, has, annotated.document().known(Document.NOTE).orElse(""));
        for (var annotation : annotated.annotations()) {
            if (annotation.standing() == Standing.REJECTED) continue;
            addNote(document, has, annotation.note());
            layers.add(key(annotation.layer()));
            has.add(annotation.standing() == Standing.SUGGESTED ? "suggestions" : "confirmed");
            modelBehind(annotation.source()).ifPresent(model -> models.add(key(model)));
            switch (annotation) {
                case Mention mention -> {
                    has.add("mentions");
                    has.add(key(mention.type()));
                    concepts.addAll(mention.concepts());
                    var words = mention.in(annotated.text());
                    document.add(new MentionField(key(mention.type()), words, TEXT_ONLY));
                }
                case Relation relation -> {
                    has.add("relations");
                    document.add(new StringField(RELATION, cut(key(relation.type())), Field.Store.NO));
                    concepts.addAll(conceptsOf(relation));
                }
                case DocumentLabel label -> {
                    has.add("labels");
                    document.add(new StringField(LABEL, cut(key(label.type())), Field.Store.NO));
                }
            }
        }
        if (!concepts.isEmpty()) has.add("concepts");
        addAll(document, HAS, has);
        addAll(document, LAYER, layers);
        addAll(document, MODEL, models);
        addAll(document, CONCEPT, withBareIds(concepts));
    }

    private static void addNote(org.apache.lucene.document.Document document, TreeSet<String> has, String note) {
        if (note.isBlank()) return;
        has.add("notes");
        document.add(new Field(NOTE, note, TEXT_ONLY));
    }

    private static Optional<String> modelBehind(Source source) {
        return switch (source) {
            case Source.Model model -> Optional.of(model.name());
            case Source.Accepted accepted -> Optional.of(accepted.model().name());
            case Source.Rejected _, Source.Person _, Source.Imported _ -> Optional.empty();
        };
    }

    private static List<String> conceptsOf(Relation relation) {
        return relation.arguments().stream()
                .map(Relation.Argument::end)
                .filter(Relation.OfConcept.class::isInstance)
                .map(end -> ((Relation.OfConcept) end).conceptId())
                .toList();
    }

    /// `MESH:D003000` is found as `D003000` too.
    private static TreeSet<String> withBareIds(TreeSet<String> concepts) {
        return concepts.stream()
                .map(IndexForm::conceptKey)
                .mapMulti((String concept, Consumer<String> out) -> {
                    out.accept(concept);
                    int colon = concept.indexOf(':');
                    if (colon >= 0 && colon + 1 < concept.length()) out.accept(concept.substring(colon + 1));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addAll(org.apache.lucene.document.Document document, String field, TreeSet<String> keys) {
        keys.forEach(key -> document.add(new StringField(field, cut(key), Field.Store.NO)));
    }

    /// Lucene refuses a term beyond 32,766 bytes; no real id comes near.
    private static String cut(String key) {
        return key.length() <= 1000 ? key : key.substring(0, 1000);
    }

    private static FieldType text(boolean stored) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setStored(stored);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
