package org.biogloss.workbench.review;

import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// What is already said of a place.
///
/// @param what   the type and the text of the mention there, or who suggests it
public record Present(Kind kind, String what) {

    /// In the order in which they count, where several hold.
    public enum Kind {
        /// The same mention is there.
        ANNOTATED,
        /// A person has turned it down.
        REJECTED,
        /// The same text is a mention of another type.
        OTHER_TYPE,
        /// A mention covers a part of it, or more.
        OVERLAPPING,
        /// A model suggests it.
        SUGGESTED,
        FREE
    }

    static final Present NOTHING = new Present(Kind.FREE, "");

    /// Whether it is proposed to annotate the place.
    public boolean isOpen() {
        return kind == Kind.FREE || kind == Kind.SUGGESTED;
    }

    /// @param layer whose finished work counts
    static Present at(AnnotatedDocument document, Span span, String type, String layer) {
        var present = NOTHING;
        for (var annotation : document.annotations()) {
            if (!(annotation instanceof Mention mention)) break; // Mentions stand first.
            if (mention.hull().start() >= span.end()) break;
            if (!mention.hull().overlaps(span)) continue;
            var here = of(document, mention, span, type, layer);
            if (here.kind().compareTo(present.kind()) < 0) present = here;
        }
        return present;
    }

    private static Present of(AnnotatedDocument document, Mention mention, Span span, String type, String layer) {
        boolean same = Mentions.covers(mention, span) && mention.type().equals(type);
        return switch (mention.standing()) {
            case REJECTED -> same ? new Present(Kind.REJECTED, by(mention.source())) : NOTHING;
            case SUGGESTED -> same ? new Present(Kind.SUGGESTED, mention.layer()) : NOTHING;
            case CONFIRMED -> {
                if (!mention.layer().equals(layer)) yield NOTHING;
                if (same) yield new Present(Kind.ANNOTATED, mention.type());
                if (Mentions.covers(mention, span)) yield new Present(Kind.OTHER_TYPE, mention.type());
                yield new Present(
                        Kind.OVERLAPPING,
                        mention.type() + " “" + Mentions.shortened(mention.in(document.text())) + "”");
            }
        };
    }

    private static String by(Source source) {
        return source instanceof Source.Rejected(var person, var _) ? person : "";
    }
}
