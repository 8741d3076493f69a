package org.biogloss.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Source;

/// What a reader found of a document, its offsets still as the file counts them.
final class RawDocument {

    /// A piece of text with an offset of its own: a passage or a sentence, or the whole text.
    ///
    /// @param offset  where the file says it starts
    /// @param passage pieces with the same number belong to one section
    /// @param section its name; empty where it is none
    record Segment(String text, long offset, int passage, String section) {}

    record Range(long start, long end) {}

    /// A section with the file's own offsets into the first segment.
    record RawSection(String name, Range range) {}

    /// Who says so and in which layer, where the file tells.
    record Origin(Optional<String> layer, Optional<Source> source) {
        static final Origin UNTOLD = new Origin(Optional.empty(), Optional.empty());
    }

    /// @param segment the piece of text that holds it
    /// @param text    what it covers, by the file; empty where the file does not say
    record RawMention(
            String where,
            String id,
            int segment,
            List<Range> ranges,
            String text,
            String type,
            List<String> concepts,
            Map<String, String> attributes,
            Origin origin) {}

    /// @param ref a mention's id in the file, or a concept
    record RawArgument(String role, String ref, boolean concept) {}

    record RawRelation(
            String where,
            String id,
            String type,
            List<RawArgument> arguments,
            Map<String, String> attributes,
            Origin origin) {}

    record RawLabel(String id, String type, Origin origin) {}

    /// Where in the file it stands, for the report.
    final String where;

    String id = "";
    DocumentStatus status = DocumentStatus.NEW;

    /// What offsets count, where the format leaves no doubt and its mentions do not say what they cover.
    Optional<OffsetUnit> unit = Optional.empty();

    final Map<String, String> about = new LinkedHashMap<>();
    final List<Segment> segments = new ArrayList<>();
    final List<RawSection> sections = new ArrayList<>();
    final List<RawMention> mentions = new ArrayList<>();
    final List<RawRelation> relations = new ArrayList<>();
    final List<RawLabel> labels = new ArrayList<>();

    RawDocument(String where) {
        this.where = where;
    }

    /// The place of one of its parts, for the report.
    String place(String part) {
        return (id.isBlank() ? where : "document " + id) + ", " + part;
    }
}
