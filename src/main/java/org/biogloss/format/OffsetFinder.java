package org.biogloss.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.Span;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.Segment;

/// Finds out how a document's offsets count: the documentation of a format and the files that exist disagree, so the
/// text that each mention claims to cover decides.
final class OffsetFinder {

    /// @param relative from the start of the passage or sentence, rather than of the document
    record Reading(OffsetUnit unit, boolean relative) {
        static final Reading USUAL = new Reading(OffsetUnit.CODE_POINT, false);

        String words() {
            return relative ? unit.words() + ", passage-relative" : unit.words();
        }
    }

    private final String text;
    private final List<Segment> segments;
    private final int[] starts;
    private final Map<OffsetUnit, Map<Integer, OffsetUnit.Scale>> scales = new EnumMap<>(OffsetUnit.class);

    /// @param starts where each segment starts in the text, in UTF-16 units
    OffsetFinder(String text, List<Segment> segments, int[] starts) {
        this.text = text;
        this.segments = segments;
        this.starts = starts;
    }

    /// The reading under which most mentions cover the text that they claim; the usual one where several do.
    Reading best(List<RawMention> mentions) {
        var best = Reading.USUAL;
        int most = agreement(mentions, best);
        int all = (int) mentions.stream().filter(m -> !m.text().isBlank()).count() * TextAgreement.EXACT.ordinal();
        if (most == all) return best;
        for (var candidate : otherReadings()) {
            int score = agreement(mentions, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private List<Reading> otherReadings() {
        boolean unitsMatter = !OffsetUnit.agreeOn(text);
        boolean placesMatter = segments.stream().anyMatch(segment -> segment.offset() != 0);
        var readings = new ArrayList<Reading>();
        for (var relative : placesMatter ? List.of(false, true) : List.of(false)) {
            for (var unit : OffsetUnit.values()) {
                if (unitsMatter || unit == OffsetUnit.CODE_POINT) readings.add(new Reading(unit, relative));
            }
        }
        return readings;
    }

    private int agreement(List<RawMention> mentions, Reading reading) {
        int score = 0;
        for (var mention : mentions) {
            if (mention.text().isBlank()) continue;
            var spans = spans(mention, reading);
            if (spans.isPresent())
                score += TextAgreement.of(mention.text(), text, spans.get()).ordinal();
        }
        return score;
    }

    /// Where the mention lies in the text; empty if the reading leads to no place there.
    Optional<List<Span>> spans(RawMention mention, Reading reading) {
        var spans = new ArrayList<Span>(mention.ranges().size());
        for (var range : mention.ranges()) {
            int start = unit(mention.segment(), range.start(), reading);
            int end = unit(mention.segment(), range.end(), reading);
            if (start < 0 || end <= start) return Optional.empty();
            spans.add(new Span(start, end));
        }
        if (spans.isEmpty()) return Optional.empty();
        if (spans.size() > 1) spans.sort(Comparator.naturalOrder());
        return Optional.of(spans);
    }

    /// The offset as a UTF-16 unit of the whole text, or -1. An offset beyond its own segment counts in the segment
    /// that covers it: a mention may cross from one passage into the next.
    int unit(int segment, long offset, Reading reading) {
        if (reading.relative) return within(segment, offset, reading);
        int own = within(segment, offset - segments.get(segment).offset(), reading);
        if (own >= 0) return own;
        for (int other = 0; other < segments.size(); other++) {
            int place = within(other, offset - segments.get(other).offset(), reading);
            if (place >= 0) return place;
        }
        return -1;
    }

    private int within(int segment, long offset, Reading reading) {
        if (offset < 0) return -1;
        var scale = scales.computeIfAbsent(reading.unit, _ -> new HashMap<>())
                .computeIfAbsent(segment, n -> reading.unit.over(segments.get(n).text()));
        int unit = scale.toUtf16(offset);
        return unit < 0 ? -1 : starts[segment] + unit;
    }
}
