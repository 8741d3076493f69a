package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// Studies to measure agreement on, written shortly.
final class Judges {

    private Judges() {}

    static Mention mention(String type, int start, int end) {
        return Mention.of("a", Span.of(start, end), type, new Source.Person("a"));
    }

    /// One document of so many characters, and what each of the annotators marks in it.
    static Study.Item document(String id, int length, List<List<Mention>> mentions) {
        return new Study.Item(
                id,
                "x".repeat(length),
                mentions.stream()
                        .map(of -> new Study.Opinion(of, List.of(), Set.of()))
                        .toList());
    }

    static Study study(List<Study.Item> documents) {
        int annotators = documents.getFirst().opinions().size();
        var names = new ArrayList<String>();
        for (int i = 0; i < annotators; i++) names.add("person " + (i + 1));
        return new Study(names, documents, List.of());
    }

    /// A document for each column, labelled by each annotator; a blank is no label.
    static Study labels(String... byAnnotator) {
        var documents = new ArrayList<Study.Item>();
        for (int i = 0; i < byAnnotator[0].length(); i++) {
            int at = i;
            var opinions = List.of(byAnnotator).stream()
                    .map(row -> row.substring(at, at + 1))
                    .map(label -> new Study.Opinion(List.of(), List.of(), label.isBlank() ? Set.of() : Set.of(label)))
                    .toList();
            documents.add(new Study.Item("d" + i, "text", opinions));
        }
        return study(documents);
    }

    static double value(Figure figure) {
        return switch (figure) {
            case Figure.Value(var value, var _) -> value;
            case Figure.Undefined(var why) -> throw new AssertionError(why);
        };
    }

    static Optional<String> why(Figure figure) {
        return figure instanceof Figure.Undefined(var why) ? Optional.of(why) : Optional.empty();
    }

    static int[] once(Study study) {
        var times = new int[study.documents().size()];
        java.util.Arrays.fill(times, 1);
        return times;
    }
}
