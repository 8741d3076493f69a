package org.biogloss.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Schema;
import org.biogloss.search.Question.Match;

/// A question put in the index's terms.
///
/// A word without a field is looked for in the text (which holds the title), and counts for more in the title or as
/// the id. A name before a colon is a field, or else an entity type.
final class Translation {

    /// The type of entity words under no type.
    private static final String ANY_TYPE = "";

    private static final float TITLE_WEIGHT = 1.5f;
    private static final float ID_WEIGHT = 4;

    /// A word in its other number counts a little less than as typed.
    private static final float OTHER_FORM_WEIGHT = 0.8f;

    /// How many words may go on from a prefix that ends a phrase: each has to be looked up.
    private static final int MOST_ENDINGS = 4096;

    /// `il1*` means IL-1, IL-12 and IL-1000, not every measured value that begins with a 1.
    private static final int MOST_DIGITS_MORE = 3;

    private static final Set<String> WORD_FIELDS =
            Set.of(IndexForm.ID, IndexForm.TITLE, IndexForm.TEXT, IndexForm.JOURNAL, IndexForm.NOTE);
    private static final Set<String> KEY_FIELDS =
            Set.of(IndexForm.HAS, IndexForm.LAYER, IndexForm.MODEL, IndexForm.LABEL, IndexForm.RELATION);

    private final IndexReader reader;

    Translation(IndexReader reader) {
        this.reader = reader;
    }

    boolean knows(String name) {
        var field = field(name);
        return WORD_FIELDS.contains(field)
                || KEY_FIELDS.contains(field)
                || Set.of(IndexForm.CONCEPT, IndexForm.YEAR, IndexForm.STATUS, IndexForm.MENTION)
                        .contains(field)
                || isEntityType(field);
    }

    Query query(Question question) {
        return switch (question) {
            case Question.Everything() -> new MatchAllDocsQuery();
            case Question.Text text -> text(text);
            case Question.AnyOf(var parts) ->
                any(parts.stream().map(this::query).toList());
            case Question.Not _ -> query(new Question.AllOf(List.of(question)));
            case Question.AllOf(var parts) -> allOf(parts);
        };
    }

    /// What of the question shows in a text: its words, wherever they are looked for, less what must not be there.
    List<Needle> shown(Question question) {
        return switch (question) {
            case Question.Everything(), Question.Not _ -> List.of();
            case Question.AnyOf(var parts) -> shown(parts);
            case Question.AllOf(var parts) -> shown(parts);
            case Question.Text text -> {
                var field = text.field().map(this::field).orElse(IndexForm.TEXT);
                boolean inText = Set.of(IndexForm.TEXT, IndexForm.TITLE, IndexForm.MENTION)
                        .contains(field);
                yield inText || isEntityType(field) ? Needle.of(Words.of(text.text()), text.match()) : List.of();
            }
        };
    }

    private List<Needle> shown(List<Question> parts) {
        return parts.stream().flatMap(part -> shown(part).stream()).toList();
    }

    Query filtered(Query query, Filters filters) {
        if (filters.equals(Filters.NONE)) return query;
        var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        if (!filters.entityTypes().isEmpty()) {
            narrowed.add(
                    any(filters.entityTypes().stream()
                            .map(type -> key(IndexForm.HAS, type))
                            .toList()),
                    Occur.FILTER);
        }
        filters.concept()
                .map(concept -> new TermQuery(new Term(IndexForm.CONCEPT, IndexForm.conceptKey(concept))))
                .ifPresent(concept -> narrowed.add(concept, Occur.FILTER));
        if (!filters.statuses().isEmpty()) {
            narrowed.add(
                    any(filters.statuses().stream()
                            .map(s -> key(IndexForm.STATUS, s.name()))
                            .toList()),
                    Occur.FILTER);
        }
        return narrowed.build();
    }

    private Query allOf(List<Question> parts) {
        var all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (var part : parts) {
            if (part instanceof Question.Not(var unwanted)) {
                all.add(query(unwanted), Occur.MUST_NOT);
            } else {
                all.add(query(part), Occur.MUST);
                wanted = true;
            }
        }
        if (!wanted) all.add(new MatchAllDocsQuery(), Occur.MUST);
        return all.build();
    }

    private static Query any(List<Query> queries) {
        if (queries.size() == 1) return queries.getFirst();
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private Query text(Question.Text text) {
        if (text.field().isEmpty()) return anywhere(text.text(), text.match());
        var field = field(text.field().get());
        var value = text.text();
        if (WORD_FIELDS.contains(field)) return words(field, Optional.empty(), value, text.match());
        if (field.equals(IndexForm.MENTION)) return words(field, Optional.of(ANY_TYPE), value, text.match());
        if (field.equals(IndexForm.CONCEPT)) return exact(field, IndexForm.conceptKey(value), text.match());
        if (field.equals(IndexForm.YEAR)) return Years.query(value.strip(), text.match());
        if (field.equals(IndexForm.STATUS)) return status(value);
        if (KEY_FIELDS.contains(field)) return exact(field, IndexForm.key(value), text.match());
        return words(IndexForm.MENTION, Optional.of(field), value, text.match());
    }

    /// Synonyms that a person may guess; anything else may be an entity type.
    private String field(String name) {
        var key = IndexForm.key(name);
        return switch (key) {
            case "pmid" -> IndexForm.ID;
            case "abstract" -> IndexForm.TEXT;
            case "entity", "entities", "mentions" -> IndexForm.MENTION;
            case "concepts" -> IndexForm.CONCEPT;
            case "is" -> IndexForm.STATUS;
            case "type" -> IndexForm.HAS;
            case "relations" -> IndexForm.RELATION;
            case "labels" -> IndexForm.LABEL;
            case "notes" -> IndexForm.NOTE;
            case "layers" -> IndexForm.LAYER;
            case "models" -> IndexForm.MODEL;
            case "years" -> IndexForm.YEAR;
            default -> key;
        };
    }

    /// A type that the documents have, or that every project starts with.
    private boolean isEntityType(String key) {
        if (Schema.standard().entities().stream()
                .anyMatch(type -> IndexForm.key(type.name()).equals(key))) return true;
        try {
            var terms = MultiTerms.getTerms(reader, IndexForm.MENTION);
            if (terms == null) return false;
            var next = terms.iterator();
            var prefix = new BytesRef(MentionField.term(key, ""));
            return next.seekCeil(prefix) != TermsEnum.SeekStatus.END && StringHelper.startsWith(next.term(), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query anywhere(String text, Match match) {
        var inText = words(IndexForm.TEXT, Optional.empty(), text, match);
        if (inText instanceof MatchAllDocsQuery) return inText;
        var any = new BooleanQuery.Builder().add(inText, Occur.SHOULD);
        any.add(new BoostQuery(words(IndexForm.TITLE, Optional.empty(), text, match), TITLE_WEIGHT), Occur.SHOULD);
        // Ids made of file names hold words too; nobody means those.
        if (text.chars().anyMatch(Character::isDigit)) {
            any.add(new BoostQuery(words(IndexForm.ID, Optional.empty(), text, match), ID_WEIGHT), Occur.SHOULD);
        }
        if (text.indexOf(':') > 0 && match == Match.WORD) {
            any.add(new TermQuery(new Term(IndexForm.CONCEPT, IndexForm.conceptKey(text))), Occur.SHOULD);
        }
        return any.build();
    }

    /// Parts of a word side by side. Signs alone ask for nothing, as they stand in no index.
    private Query words(String field, Optional<String> type, String text, Match match) {
        var words = Words.of(text);
        if (words.isEmpty()) return new MatchAllDocsQuery();
        if (words.parts().size() == 1) {
            var part = words.parts().getFirst();
            return match == Match.PREFIX
                    ? new PrefixQuery(new Term(field, typed(type, part.text())))
                    : oneOf(field, type, part.text(), match == Match.WORD ? part.otherForms() : Set.of());
        }
        var phrase = phrase(field, type, words, match);
        if (words.joined().isEmpty()) return phrase;
        var joined = new Words.Part(words.joined().get(), false);
        return any(List.of(
                phrase,
                match == Match.PREFIX
                        ? new PrefixQuery(new Term(field, typed(type, joined.text())))
                        : oneOf(field, type, joined.text(), match == Match.WORD ? joined.otherForms() : Set.of())));
    }

    private static Query oneOf(String field, Optional<String> type, String word, Set<String> otherForms) {
        if (otherForms.isEmpty()) return new TermQuery(new Term(field, typed(type, word)));
        var forms = new SynonymQuery.Builder(field).addTerm(new Term(field, typed(type, word)));
        otherForms.forEach(form -> forms.addTerm(new Term(field, typed(type, form)), OTHER_FORM_WEIGHT));
        return forms.build();
    }

    private Query phrase(String field, Optional<String> type, Words words, Match match) {
        var phrase = new MultiPhraseQuery.Builder();
        int last = words.parts().size() - 1;
        for (int i = 0; i <= last; i++) {
            var part = words.parts().get(i);
            var forms = new ArrayList<Term>();
            forms.add(new Term(field, typed(type, part.text())));
            if (i == last && match == Match.PREFIX) forms.addAll(goingOnFrom(field, type, part.text()));
            if (i == last && match == Match.WORD) {
                part.otherForms().forEach(form -> forms.add(new Term(field, typed(type, form))));
            }
            phrase.add(forms.toArray(Term[]::new));
        }
        return phrase.build();
    }

    private List<Term> goingOnFrom(String field, Optional<String> type, String start) {
        var found = new ArrayList<Term>();
        var prefix = new BytesRef(typed(type, start));
        int longest = Character.isDigit(start.charAt(0)) ? prefix.length + MOST_DIGITS_MORE : Integer.MAX_VALUE;
        try {
            var terms = MultiTerms.getTerms(reader, field);
            if (terms == null) return found;
            var next = terms.iterator();
            if (next.seekCeil(prefix) == TermsEnum.SeekStatus.END) return found;
            for (var word = next.term(); word != null && StringHelper.startsWith(word, prefix); word = next.next()) {
                if (word.length <= longest) found.add(new Term(field, BytesRef.deepCopyOf(word)));
                if (found.size() > MOST_ENDINGS) {
                    throw new QueryException("Too many words begin with " + start + ". Write another letter of it.");
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typed(Optional<String> type, String word) {
        return type.map(t -> MentionField.term(t, word)).orElse(word);
    }

    private static Query key(String field, String name) {
        return new TermQuery(new Term(field, IndexForm.key(name)));
    }

    private static Query exact(String field, String value, Match match) {
        var term = new Term(field, value);
        return match == Match.PREFIX ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static Query status(String value) {
        var key = IndexForm.key(value);
        var status = switch (key) {
            case "new", "untouched", "unread" -> DocumentStatus.NEW;
            case "inprogress", "started", "open" -> DocumentStatus.IN_PROGRESS;
            case "done", "finished", "complete" -> DocumentStatus.DONE;
            case "review", "needsreview" -> DocumentStatus.NEEDS_REVIEW;
            default ->
                throw new QueryException(
                        "There is no status \"" + value + "\". Write is:new, is:started, is:done or is:review.");
        };
        return key(IndexForm.STATUS, status.name());
    }
}
