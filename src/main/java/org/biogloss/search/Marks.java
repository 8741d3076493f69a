package org.biogloss.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.biogloss.document.Span;

/// Finds where the words of a query stand in a text, by cutting the text as the index did.
///
/// Cutting a text again costs a page of hits about a millisecond; keeping offsets in the index instead made it a
/// quarter larger and its making a seventh slower.
final class Marks {

    /// A needle found.
    record Mark(Span span, int needle) {}

    private record Place(int needle, int part) {}

    /// A needle of which the first parts were found, the next being due at a position.
    private record Begun(Place due, int position, int start) {}

    private final List<Needle> needles;
    private final CharArrayMap<List<Place>> places = new CharArrayMap<>(16, false);
    private final List<Place> openEnded = new ArrayList<>();

    Marks(List<Needle> needles) {
        this.needles = needles;
        for (int needle = 0; needle < needles.size(); needle++) {
            var parts = needles.get(needle).parts();
            for (int part = 0; part < parts.size(); part++) {
                var place = new Place(needle, part);
                if (parts.get(part).openEnd()) openEnded.add(place);
                for (var form : parts.get(part).forms()) {
                    if (!places.containsKey(form)) places.put(form, new ArrayList<>());
                    places.get(form).add(place);
                }
            }
        }
    }

    /// The first marks in the text, in order of their ends.
    List<Mark> in(String text, int most) {
        var found = new ArrayList<Mark>();
        if (needles.isEmpty()) return found;
        try (var words = new FoldingTokenizer()) {
            var term = words.getAttribute(CharTermAttribute.class);
            var offset = words.getAttribute(OffsetAttribute.class);
            var increment = words.getAttribute(PositionIncrementAttribute.class);
            words.setReader(new StringReader(text));
            words.reset();
            var begun = new ArrayList<Begun>();
            int position = 0;
            while (found.size() < most && words.incrementToken()) {
                position += increment.getPositionIncrement();
                var here = placesOf(term);
                if (here.isEmpty()) continue;
                extend(begun, here, position, new Span(offset.startOffset(), offset.endOffset()), found);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    private List<Place> placesOf(CharTermAttribute term) {
        var exact = places.get(term.buffer(), 0, term.length());
        if (openEnded.isEmpty()) return exact == null ? List.of() : exact;
        var all = exact == null ? new ArrayList<Place>() : new ArrayList<>(exact);
        for (var place : openEnded) {
            if (!all.contains(place) && startsWith(term, part(place).first())) all.add(place);
        }
        return all;
    }

    private void extend(List<Begun> begun, List<Place> here, int position, Span word, List<Mark> found) {
        begun.removeIf(earlier -> earlier.position() < position);
        for (var place : here) {
            if (place.part() == 0) {
                reached(begun, place, position, word.start(), word.end(), found);
                continue;
            }
            for (var earlier : List.copyOf(begun)) {
                if (earlier.position() == position && earlier.due().equals(place)) {
                    reached(begun, place, position, earlier.start(), word.end(), found);
                }
            }
        }
    }

    private void reached(List<Begun> begun, Place place, int position, int start, int end, List<Mark> found) {
        if (place.part() == needles.get(place.needle()).parts().size() - 1) {
            found.add(new Mark(new Span(start, end), place.needle()));
        } else {
            begun.add(new Begun(new Place(place.needle(), place.part() + 1), position + 1, start));
        }
    }

    private Needle.Part part(Place place) {
        return needles.get(place.needle()).parts().get(place.part());
    }

    private static boolean startsWith(CharTermAttribute term, String prefix) {
        if (term.length() < prefix.length()) return false;
        for (int i = 0; i < prefix.length(); i++) {
            if (term.buffer()[i] != prefix.charAt(i)) return false;
        }
        return true;
    }
}
