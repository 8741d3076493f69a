package org.biogloss.tasks.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.biogloss.document.Sentences;
import org.biogloss.document.Span;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.TypedSpan;

/// Pairs to learn relations from, out of documents with all their mentions and relations: each two mentions of a
/// sentence whose types are ever related in these documents, and [#NONE] where these two are not.
///
/// Relations are between mentions, by their ids, or between concepts; then each two mentions of the concepts that meet
/// in a sentence count as related, though not each such sentence says so (distant supervision). Relations across
/// sentences are not among the pairs. Of two types the first in the alphabet is the head, of one type the first in
/// the text, as where a model suggests relations.
final class DocumentPairs {

    /// The class of two mentions that are not related.
    static final String NONE = "none";

    /// Two names, whichever comes first.
    private record Ends(String one, String other) {

        static Ends of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Ends(one, other) : new Ends(other, one);
        }
    }

    /// @param names its id, after a `#`, and its concepts
    private record Named(TypedSpan mention, Set<String> names) {}

    private record Read(String id, String text, List<Named> mentions, Map<Ends, String> relations) {}

    private final List<Read> documents = new ArrayList<>();
    private final Set<Ends> related = new HashSet<>();

    /// Whether an object is a document with relations, and not a pair.
    static boolean isDocument(JsonNode object) {
        return object.path("relations").isArray() && !object.has("masked_text") && !object.has("labels");
    }

    /// @throws IllegalArgumentException with words, if it is none
    void add(JsonNode object, String id) {
        var text = object.path("text").asText("");
        if (text.isBlank()) throw new IllegalArgumentException("it has no text");
        var spans = JsonMentions.read(object.path("entities"), text, List.of(), true);
        var mentions = new ArrayList<Named>();
        for (int i = 0; i < spans.size(); i++) {
            var entity = object.path("entities").get(i);
            var names = new TreeSet<String>();
            names.add("#" + entity.path("id").asText(""));
            names.addAll(Arrays.asList(entity.path("concept").asText("").split("[|,;]")));
            names.removeIf(name -> name.isBlank() || name.equals("#") || name.equals("-1") || name.equals("-"));
            mentions.add(new Named(spans.get(i), names));
        }
        var relations = new HashMap<Ends, String>();
        for (var relation : object.path("relations")) {
            var type = relation.path("type").asText("");
            if (type.isBlank()) throw new IllegalArgumentException("a relation has no type: " + relation);
            relations.putIfAbsent(ends(relation), type);
        }
        var own = object.path("id").asText("");
        var read = new Read(own.isBlank() ? id : own, text, mentions, relations);
        documents.add(read);
        for (var one : mentions) {
            for (var other : mentions) {
                if (one != other && label(read, one, other).isPresent()) related.add(types(one, other));
            }
        }
    }

    private static Ends ends(JsonNode relation) {
        if (relation.has("head") && relation.has("tail")) {
            return Ends.of(
                    "#" + relation.path("head").asText(),
                    "#" + relation.path("tail").asText());
        }
        if (relation.has("head_concept") && relation.has("tail_concept")) {
            return Ends.of(
                    relation.path("head_concept").asText(),
                    relation.path("tail_concept").asText());
        }
        throw new IllegalArgumentException("a relation names neither two mentions nor two concepts: " + relation);
    }

    /// All pairs of all documents, in text order.
    List<RelationExample> pairs() {
        return documents.stream().flatMap(read -> pairs(read).stream()).toList();
    }

    private List<RelationExample> pairs(Read read) {
        var pairs = new ArrayList<RelationExample>();
        for (var sentence : Sentences.of(read.text(), end -> !isInside(read, end))) {
            var here = read.mentions().stream()
                    .filter(named -> sentence.contains(named.mention().span()))
                    .sorted(Comparator.comparing(named -> named.mention().span()))
                    .toList();
            for (int i = 0; i < here.size(); i++) {
                for (int j = i + 1; j < here.size(); j++) {
                    pair(read, sentence, here.get(i), here.get(j)).ifPresent(pairs::add);
                }
            }
        }
        return pairs;
    }

    private Optional<RelationExample> pair(Read read, Span sentence, Named one, Named other) {
        boolean alike = one.mention().span().equals(other.mention().span());
        if (alike || !related.contains(types(one, other))) return Optional.empty();
        boolean asWritten = one.mention().type().compareTo(other.mention().type()) <= 0;
        var head = within(sentence, asWritten ? one : other);
        var tail = within(sentence, asWritten ? other : one);
        var id = "%s:%d-%d"
                .formatted(
                        read.id(),
                        one.mention().span().start(),
                        other.mention().span().start());
        var label = label(read, one, other).orElse(NONE);
        return Optional.of(new RelationExample(
                id, sentence.in(read.text()), Optional.empty(), Optional.of(head), Optional.of(tail), label));
    }

    private static Optional<String> label(Read read, Named one, Named other) {
        return one.names().stream()
                .flatMap(name -> other.names().stream().map(second -> Ends.of(name, second)))
                .map(read.relations()::get)
                .flatMap(type -> Optional.ofNullable(type).stream())
                .findFirst();
    }

    private static Ends types(Named one, Named other) {
        return Ends.of(one.mention().type(), other.mention().type());
    }

    private static boolean isInside(Read read, int end) {
        return read.mentions().stream()
                .anyMatch(named -> named.mention().span().start() < end
                        && end < named.mention().span().end());
    }

    private static TypedSpan within(Span sentence, Named named) {
        var span = named.mention().span();
        return new TypedSpan(
                new Span(span.start() - sentence.start(), span.end() - sentence.start()),
                named.mention().type());
    }
}
