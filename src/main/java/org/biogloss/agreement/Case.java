package org.biogloss.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Span;

/// One thing that at least one of two annotators says of a document, held against what the other says in its place.
///
/// @param one   what the first says
/// @param other what the second says; at least one of them says something
/// @param place where to look; an empty span at the beginning for what is said of the whole document
public record Case(String document, Kind kind, Optional<Annotation> one, Optional<Annotation> other, Span place) {

    /// How they differ, if they do.
    public enum Kind {
        /// Both say the same, or one of them adds concepts where the other names none.
        AGREED,
        /// Only the first says anything there.
        ONLY_FIRST,
        /// Only the second does.
        ONLY_SECOND,
        /// The same stretches, or the same ends of a relation, and another type.
        TYPE,
        /// The same type, other borders.
        BORDERS,
        /// They overlap, and neither type nor borders are the same.
        BORDERS_AND_TYPE,
        /// The same stretches and type, and each names other concepts.
        CONCEPTS,
        /// The same but for the values of attributes; notes do not count.
        ATTRIBUTES
    }

    /// What it is about.
    public enum Thing {
        MENTION,
        RELATION,
        LABEL
    }

    static final Comparator<Case> BY_PLACE =
            Comparator.comparing(Case::thing).thenComparing(Case::place).thenComparing(Case::kind);

    public Case {
        if (one.isEmpty() && other.isEmpty()) throw new IllegalArgumentException("Nobody says anything here");
    }

    public boolean isAgreed() {
        return kind == Kind.AGREED;
    }

    public Thing thing() {
        return switch (any()) {
            case Mention _ -> Thing.MENTION;
            case Relation _ -> Thing.RELATION;
            case DocumentLabel _ -> Thing.LABEL;
        };
    }

    /// What the first says, or else the second.
    public Annotation any() {
        return one.or(() -> other).orElseThrow();
    }

    public Stream<Annotation> both() {
        return Stream.concat(one.stream(), other.stream());
    }

    /// Whether either of them names it so.
    public boolean isOfType(String type) {
        return both().anyMatch(annotation -> annotation.type().equals(type));
    }

    /// Where two of a study differ, by document and place.
    public static List<Case> differences(Study study, int first, int second) {
        return study.documents().stream()
                .flatMap(item -> Cases.of(item.id(), item.by(first), item.by(second)).all().stream())
                .filter(found -> !found.isAgreed())
                .toList();
    }
}
