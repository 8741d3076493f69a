package org.biogloss.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.DocumentStatus;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawLabel;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.Segment;

/// Turns the elements of one BioC document into what all formats have in common.
final class BioCDocument {

    /// A passage's or a sentence's own part.
    static final class Piece {
        long offset;
        String text = "";
        final List<Note> annotations = new ArrayList<>();
    }

    static final class Passage {
        final Piece own = new Piece();
        final Map<String, String> infons = new LinkedHashMap<>();
        final List<Piece> sentences = new ArrayList<>();
    }

    /// An annotation element; each location is its offset and length as written.
    static final class Note {
        final String id;
        final Map<String, String> infons = new LinkedHashMap<>();
        final List<List<String>> locations = new ArrayList<>();
        String text = "";

        Note(String id) {
            this.id = id;
        }
    }

    /// A relation element; each node is its reference and role.
    static final class Tie {
        final String id;
        final Map<String, String> infons = new LinkedHashMap<>();
        final List<List<String>> nodes = new ArrayList<>();

        Tie(String id) {
            this.id = id;
        }
    }

    /// Infons of the first passage that say something of the whole document.
    private static final Set<String> OF_THE_DOCUMENT = Set.of(
            "year",
            "journal",
            "authors",
            "volume",
            "issue",
            "article-id_pmid",
            "article-id_pmc",
            "article-id_doi",
            "kwd");

    private final RawDocument raw;
    private final Intake intake;
    private final Map<String, String> infons = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Note> unplaced = new ArrayList<>();
    private int passages;

    BioCDocument(String where, Intake intake) {
        this.raw = new RawDocument(where);
        this.intake = intake;
    }

    RawDocument raw() {
        return raw;
    }

    Map<String, String> infons() {
        return infons;
    }

    void passage(Passage passage) {
        int number = passages++;
        var section = section(passage.infons);
        if (number == 0) {
            passage.infons.forEach((key, value) -> {
                if (OF_THE_DOCUMENT.contains(key)) raw.about.put(key, value);
            });
        }
        boolean whole = !passage.own.text.isBlank() || passage.sentences.isEmpty();
        if (whole) raw.segments.add(new Segment(passage.own.text, passage.own.offset, number, section));
        int segment = raw.segments.size() - 1;
        for (var sentence : passage.sentences) {
            if (!whole) {
                raw.segments.add(new Segment(sentence.text, sentence.offset, number, section));
                segment = raw.segments.size() - 1;
            }
            for (var note : sentence.annotations) annotation(note, segment);
        }
        for (var note : passage.own.annotations) annotation(note, whole ? segment : firstOf(number));
    }

    private int firstOf(int passage) {
        for (int i = 0; i < raw.segments.size(); i++) if (raw.segments.get(i).passage() == passage) return i;
        return 0;
    }

    /// PMC files call the title `front` in `type` and `TITLE` in `section_type`.
    private static String section(Map<String, String> infons) {
        var type = infons.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.equals("front") || type.equals("title")) return "title";
        var sectionType = infons.getOrDefault("section_type", "").toLowerCase(Locale.ROOT);
        if (!sectionType.isBlank() && !sectionType.equals("title")) return sectionType;
        return type.isBlank() ? infons.getOrDefault("section", "") : type;
    }

    /// @param segment where it stands; -1 for the document level
    void annotation(Note note, int segment) {
        if (segment < 0) {
            unplaced.add(note);
            return;
        }
        var place = raw.place("annotation " + (note.id.isBlank() ? raw.mentions.size() + 1 : note.id));
        var ranges = new ArrayList<Range>();
        for (var location : note.locations) {
            var start = Numbers.offset(location.get(0));
            var length = Numbers.offset(location.get(1));
            if (start.isPresent() && length.isPresent()) ranges.add(new Range(start.get(), start.get() + length.get()));
        }
        if (ranges.size() != note.locations.size() || ranges.isEmpty()) {
            intake.rejected(place, "the annotation “%s” has no readable location".formatted(Quote.of(note.text)));
            return;
        }
        var infon = new BioCInfons(note.infons);
        var type = infon.take("type").or(() -> infon.take("class")).orElse("");
        if (type.isBlank()) {
            type = "Entity";
            intake.repaired(place, "the annotation has no type; it is called Entity");
        }
        var origin = infon.origin();
        var concepts = infon.concepts();
        raw.mentions.add(new RawMention(
                place, note.id, segment, ranges, note.text, type.strip(), concepts, infon.attributes(), origin));
    }

    void relation(Tie tie) {
        ties.add(tie);
    }

    RawDocument finish() {
        if (!raw.segments.isEmpty()) unplaced.forEach(note -> annotation(note, 0));
        var status = Optional.ofNullable(infons.remove(BioCInfons.STATUS)).orElse("");
        for (var known : DocumentStatus.values()) if (known.name().equalsIgnoreCase(status)) raw.status = known;
        takeLabels();
        infons.forEach((key, value) -> {
            if (!key.isBlank() && !value.isBlank()) raw.about.put(key, value);
        });
        var concepts = new HashSet<String>();
        raw.mentions.forEach(mention -> concepts.addAll(mention.concepts()));
        var types = new HashSet<String>();
        raw.mentions.forEach(mention -> types.add(mention.type()));
        for (var tie : ties) {
            var place = raw.place("relation " + (tie.id.isBlank() ? raw.relations.size() + 1 : tie.id));
            raw.relations.add(BioCRelation.of(tie, place, concepts, types));
        }
        return raw;
    }

    private void takeLabels() {
        var keys = List.copyOf(infons.keySet());
        for (var key : keys) {
            if (!key.equals(BioCInfons.LABEL) && !key.startsWith(BioCInfons.LABEL + "#")) continue;
            var value = infons.getOrDefault(key, "");
            infons.remove(key);
            if (!value.isBlank()) raw.labels.add(new RawLabel("", value, Origin.UNTOLD));
        }
    }
}
