package org.biogloss.format;

import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;
import org.biogloss.format.OffsetFinder.Reading;
import org.biogloss.format.RawDocument.RawMention;

/// Where a mention lies in its text, or why nobody can tell.
sealed interface MentionFit {

    /// Far enough outside a text that nothing in it is near.
    int FAR = 100_000;

    record Fits(List<Span> spans) implements MentionFit {}

    /// @param what for the report
    record Moved(List<Span> spans, String what) implements MentionFit {}

    /// @param why for the report
    record Lost(String why) implements MentionFit {}

    static MentionFit of(RawMention mention, String text, OffsetFinder finder, Reading reading) {
        var spans = finder.spans(mention, reading);
        if (spans.isEmpty()) return outside(mention, text, finder, reading);
        var there = spans.get();
        if (mention.text().isBlank()) return new Fits(there);
        var agreement = TextAgreement.of(mention.text(), text, there);
        if (agreement == TextAgreement.EXACT) return new Fits(there);
        var nearest = new NearestMatch(text);
        if (agreement == TextAgreement.FOLDED) {
            return nearest.close(mention.text(), there)
                    .filter(found -> !found.equals(there))
                    .<MentionFit>map(found -> moved(there, found, text))
                    .orElse(new Fits(there));
        }
        return nearest.within(mention.text(), there)
                .<MentionFit>map(found -> moved(there, found, text))
                .orElseGet(() -> new Lost("at %s stands “%s”, not “%s”, which is not within %d characters either"
                        .formatted(
                                words(there),
                                Quote.of(there.getFirst().in(text)),
                                Quote.of(mention.text()),
                                NearestMatch.REACH)));
    }

    /// The offsets lead to no place, or to a place without length.
    private static MentionFit outside(RawMention mention, String text, OffsetFinder finder, Reading reading) {
        var claimed = mention.ranges().isEmpty()
                ? "the mention “%s” has no offsets".formatted(Quote.of(mention.text()))
                : "%s..%s is no stretch of the text (%,d characters)"
                        .formatted(
                                mention.ranges().getFirst().start(),
                                mention.ranges().getLast().end(),
                                text.length());
        Optional<List<Span>> found =
                mention.ranges().size() == 1 && !mention.text().isBlank()
                        ? new NearestMatch(text).around(mention.text(), guess(mention, text, finder, reading))
                        : Optional.empty();
        return found.<MentionFit>map(spans -> new Moved(
                        spans, "%s; found “%s” at %s".formatted(claimed, Quote.of(mention.text()), words(spans))))
                .orElse(new Lost(claimed));
    }

    private static int guess(RawMention mention, String text, OffsetFinder finder, Reading reading) {
        long start = mention.ranges().getFirst().start();
        int unit = finder.unit(mention.segment(), start, reading);
        return unit >= 0 ? unit : Math.clamp(start, -FAR, text.length() + FAR);
    }

    private static Moved moved(List<Span> from, List<Span> to, String text) {
        return new Moved(
                to,
                "at %s stands “%s”; moved to “%s” at %s"
                        .formatted(
                                words(from),
                                Quote.of(from.getFirst().in(text)),
                                Quote.of(to.getFirst().in(text)),
                                words(to)));
    }

    private static String words(List<Span> spans) {
        return String.join(" ", spans.stream().map(Span::toString).toList());
    }
}
