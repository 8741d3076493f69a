package org.biogloss.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;
import org.biogloss.format.RawDocument.RawSection;
import org.biogloss.format.RawDocument.Segment;

/// Reads PubTator: `id|t|title`, `id|a|abstract`, then tab-separated mentions and relations.
///
/// Offsets count over title, one character, abstract; that character becomes LF. Blank lines mean nothing to it, as
/// some files lack them: a document ends where another begins.
final class PubTatorReader implements DocumentReader {

    private static final Pattern TEXT_LINE = Pattern.compile("([^|\t]{1,200})\\|([a-z])\\|(.*)", Pattern.DOTALL);
    private static final Pattern FIRST_LINE = Pattern.compile("[^|\t\n]{1,200}\\|[ta]\\|");

    private Optional<Open> open = Optional.empty();

    static boolean looksLikeIt(String start) {
        return FIRST_LINE.matcher(start).lookingAt();
    }

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var lines = new Lines(input, intake);
        while (lines.advance()) {
            var line = lines.line();
            if (line.isBlank()) continue;
            var text = TEXT_LINE.matcher(line);
            if (text.matches()) {
                takeText(lines, text.group(1).strip(), text.group(2), text.group(3), intake);
            } else {
                takeAnnotation(lines, line.split("\t", -1), intake);
            }
        }
        if (input.failure().isEmpty()) {
            open.ifPresent(last -> intake.offer(last.document()));
        } else {
            open.ifPresent(last -> intake.rejected(
                    last.raw.where + ", document " + last.raw.id, "the file breaks off in it; it was not taken"));
        }
    }

    private void takeText(Lines lines, String id, String kind, String text, Intake intake) {
        if (!kind.equals("t") && !kind.equals("a")) {
            intake.rejected(lines.where(), "a text line of kind “%s”; known are t and a".formatted(kind));
            return;
        }
        var current =
                open.filter(doc -> doc.raw.id.equals(id) && doc.lacks(kind)).orElseGet(() -> begin(lines, id, intake));
        if (kind.equals("t")) current.title = Optional.of(text);
        else
            current.body =
                    Optional.of(current.body.map(before -> before + "\n" + text).orElse(text));
    }

    private Open begin(Lines lines, String id, Intake intake) {
        open.ifPresent(done -> intake.offer(done.document()));
        var next = new Open(new RawDocument(lines.where()), id);
        open = Optional.of(next);
        return next;
    }

    private void takeAnnotation(Lines lines, String[] columns, Intake intake) {
        if (columns.length < 4) {
            intake.rejected(
                    lines.where(),
                    "%d columns; a mention has 5 to 7, a relation 4 or 5: “%s”"
                            .formatted(columns.length, Quote.of(lines.line())));
            return;
        }
        var id = columns[0].strip();
        var owner = open.filter(doc -> doc.raw.id.equals(id));
        if (owner.isEmpty()) {
            intake.rejected(
                    lines.where(),
                    "an annotation of document %s, whose text does not stand before it".formatted(Quote.of(id)));
            return;
        }
        var start = Numbers.offset(columns[1]);
        var end = Numbers.offset(columns[2]);
        if (start.isPresent() && end.isPresent())
            takeMention(lines, columns, start.get(), end.get(), owner.get(), intake);
        else if (start.isPresent() || columns.length > 5) {
            intake.rejected(lines.where(), "neither a mention nor a relation: “%s”".formatted(Quote.of(lines.line())));
        } else takeRelation(lines, columns, owner.get());
    }

    private static void takeMention(Lines lines, String[] columns, long start, long end, Open owner, Intake intake) {
        if (columns.length < 5) {
            intake.rejected(lines.where(), "the mention “%s” has no type".formatted(Quote.of(columns[3])));
            return;
        }
        if (columns.length > 7) {
            intake.repaired(lines.where(), "%d columns after the seventh were left out".formatted(columns.length - 7));
        }
        var attributes = new HashMap<String, String>();
        var concepts = ConceptIds.parse(columns.length > 5 ? columns[5] : "");
        concepts.rememberIn(attributes);
        if (columns.length > 6 && !columns[6].isBlank()) {
            attributes.put(concepts.ids().size() > 1 ? PubTator.PARTS : PubTator.EXTRA, columns[6].strip());
        }
        owner.raw.mentions.add(new RawMention(
                lines.where(),
                "T" + (owner.raw.mentions.size() + 1),
                0,
                List.of(new Range(start, end)),
                columns[3],
                columns[4].strip(),
                concepts.ids(),
                attributes,
                Origin.UNTOLD));
    }

    private static void takeRelation(Lines lines, String[] columns, Open owner) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (columns.length > 4 && !columns[4].isBlank()) attributes.put(PubTator.NOVELTY, columns[4].strip());
        owner.raw.relations.add(new RawRelation(
                lines.where(),
                "R" + (owner.raw.relations.size() + 1),
                columns[1].strip(),
                List.of(
                        new RawArgument("head", columns[2].strip(), true),
                        new RawArgument("tail", columns[3].strip(), true)),
                attributes,
                Origin.UNTOLD));
    }

    /// A document whose lines are still coming.
    private static final class Open {
        private final RawDocument raw;
        private Optional<String> title = Optional.empty();
        private Optional<String> body = Optional.empty();

        Open(RawDocument raw, String id) {
            this.raw = raw;
            raw.id = id;
        }

        boolean lacks(String kind) {
            return kind.equals("t") ? title.isEmpty() : true;
        }

        RawDocument document() {
            var head = title.orElse("");
            var rest = body.orElse("");
            raw.segments.add(new Segment(rest.isEmpty() ? head : head + "\n" + rest, 0, 0, ""));
            long points = head.codePointCount(0, head.length());
            var sections = new ArrayList<RawSection>();
            if (!head.isBlank()) sections.add(new RawSection(Section.TITLE, new Range(0, points)));
            if (!rest.isBlank()) {
                long all = points + 1 + rest.codePointCount(0, rest.length());
                sections.add(new RawSection(Section.ABSTRACT, new Range(points + 1, all)));
            }
            raw.sections.addAll(sections);
            return raw;
        }
    }
}
