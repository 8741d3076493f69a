package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;
import org.biogloss.format.RawDocument.Segment;

/// Reads brat's standoff: a `.txt`, and beside it an `.ann`, or `.a1` and `.a2` as in the BioNLP shared tasks.
///
/// Mentions (T) in one or more stretches, relations (R), sets of equivalents (*), events (E) as relations with their
/// trigger among the ends, attributes (A, M), references into terminologies (N) as concepts, notes (#). An event among
/// an
/// event's arguments is told in the report: BioGloss ties mentions and concepts.
final class BratReader implements DocumentReader {

    private static final List<String> ANNOTATIONS = List.of(".ann", ".a1", ".a2");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static final String TRIGGER = "trigger";

    static final String NOTE = "note";

    /// Whether a text has annotations beside it.
    static boolean hasAnnotations(Path text) {
        return text.getFileName().toString().endsWith(".txt") && !beside(text).isEmpty();
    }

    /// Where the text lies that a file of annotations is about, whether it is there or not; nothing for other files.
    static Optional<Path> textOf(Path file) {
        var name = file.getFileName().toString();
        return ANNOTATIONS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> file.resolveSibling(name.substring(0, name.length() - ending.length()) + ".txt"));
    }

    /// Annotations are read with the text that they are about, named by the person or not.
    static void joinTexts(List<Path> files) {
        var joined = new LinkedHashSet<Path>();
        for (var file : files) joined.add(textOf(file).filter(Files::exists).orElse(file));
        files.clear();
        files.addAll(joined);
    }

    private static List<Path> beside(Path text) {
        var name = text.getFileName().toString();
        var stem = name.endsWith(".txt") ? name.substring(0, name.length() - 4) : name;
        return ANNOTATIONS.stream()
                .map(ending -> text.resolveSibling(stem + ending))
                .filter(Files::isRegularFile)
                .toList();
    }

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var text = TextReader.whole(input, intake);
        if (text.isEmpty()) return;
        var raw = new RawDocument("file");
        raw.id = input.stem();
        raw.segments.add(new Segment(text.get(), 0, 0, ""));
        var standoff = new Standoff(raw, intake);
        for (var file : beside(input.path())) {
            try (var annotations = FileInput.open(file)) {
                var lines = new Lines(annotations, intake);
                var name = annotations.name();
                while (lines.advance()) {
                    if (!lines.line().isBlank()) standoff.line(lines.line(), name + ", " + lines.where());
                }
            }
        }
        standoff.finish();
        intake.offer(raw);
    }

    /// The lines of a document's annotation files. What says something of another line waits for it.
    private static final class Standoff {

        private record Mark(String where, String id, String type, List<Range> ranges, String text) {}

        private record Tie(String where, String id, String type, List<RawArgument> ends) {}

        private final RawDocument raw;
        private final Intake intake;
        private final List<Mark> marks = new ArrayList<>();
        private final List<Tie> ties = new ArrayList<>();
        private final Map<String, Map<String, String>> attributes = new HashMap<>();
        private final Map<String, List<String>> concepts = new HashMap<>();

        Standoff(RawDocument raw, Intake intake) {
            this.raw = raw;
            this.intake = intake;
        }

        void line(String line, String where) {
            var columns = line.split("\t", 3);
            if (columns.length < 2) {
                intake.rejected(where, "no annotation of brat: “%s”".formatted(Quote.of(line)));
                return;
            }
            var id = columns[0].strip();
            var said = columns[1].strip();
            var rest = columns.length > 2 ? columns[2] : "";
            switch (id.isEmpty() ? ' ' : id.charAt(0)) {
                case 'T' -> mention(where, id, said, rest);
                case 'R', 'E' -> tie(where, id, said);
                case '*' -> equivalents(where, said);
                case 'A', 'M' -> attribute(where, said);
                case 'N' -> reference(where, said);
                case '#' -> note(where, said, rest);
                default -> intake.rejected(where, "an annotation of unknown kind: “%s”".formatted(Quote.of(line)));
            }
        }

        /// `Type 0 5;10 15`; older files say where a line break parts a mention: `Type 0 3;4 9`.
        private void mention(String where, String id, String said, String text) {
            int blank = said.indexOf(' ');
            var ranges = new ArrayList<Range>();
            if (blank > 0) {
                for (var stretch : said.substring(blank + 1).split(";", -1)) {
                    var ends = BLANKS.split(stretch.strip());
                    var start = ends.length == 2 ? Numbers.offset(ends[0]) : Optional.<Long>empty();
                    var end = ends.length == 2 ? Numbers.offset(ends[1]) : Optional.<Long>empty();
                    if (start.isPresent() && end.isPresent()) ranges.add(new Range(start.get(), end.get()));
                }
            }
            if (ranges.isEmpty()) {
                intake.rejected(where, "the mention “%s” has no readable offsets".formatted(Quote.of(text)));
                return;
            }
            marks.add(new Mark(where, id, said.substring(0, blank), ranges, text));
        }

        /// `Type Arg1:T1 Arg2:T2`, or an event: `Type:T3 Theme:T1`.
        private void tie(String where, String id, String said) {
            var words = BLANKS.split(said);
            var ends = new ArrayList<RawArgument>();
            var type = words[0];
            int colon = type.indexOf(':');
            if (colon > 0) {
                ends.add(new RawArgument(TRIGGER, type.substring(colon + 1), false));
                type = type.substring(0, colon);
            }
            for (int i = 1; i < words.length; i++) {
                int parted = words[i].indexOf(':');
                if (parted < 0) continue;
                ends.add(new RawArgument(role(words[i].substring(0, parted)), words[i].substring(parted + 1), false));
            }
            if (colon > 0 && ends.size() == 1) {
                // An event without arguments is its trigger, which is a mention already.
                return;
            }
            ties.add(new Tie(where, id, type, ends));
        }

        private static String role(String name) {
            return switch (name) {
                case "Arg1" -> "head";
                case "Arg2" -> "tail";
                default -> name;
            };
        }

        private void equivalents(String where, String said) {
            var words = BLANKS.split(said);
            var ends = new ArrayList<RawArgument>();
            for (int i = 1; i < words.length; i++) ends.add(new RawArgument("member", words[i], false));
            ties.add(new Tie(where, "", words[0], ends));
        }

        private void attribute(String where, String said) {
            var words = said.split("\\s+", 3);
            if (words.length < 2) {
                intake.rejected(where, "the attribute “%s” says nothing of anything".formatted(Quote.of(said)));
                return;
            }
            attributes
                    .computeIfAbsent(words[1], _ -> new LinkedHashMap<>())
                    .put(words[0], words.length > 2 ? words[2] : "true");
        }

        private void reference(String where, String said) {
            var words = said.split("\\s+", 3);
            if (words.length < 3) {
                intake.rejected(where, "the reference “%s” names no concept".formatted(Quote.of(said)));
                return;
            }
            concepts.computeIfAbsent(words[1], _ -> new ArrayList<>()).add(words[2].strip());
        }

        private void note(String where, String said, String text) {
            var words = BLANKS.split(said);
            if (words.length < 2) {
                intake.rejected(where, "the note “%s” is about nothing".formatted(Quote.of(text)));
                return;
            }
            attributes
                    .computeIfAbsent(words[1], _ -> new LinkedHashMap<>())
                    .merge(NOTE, text, (one, other) -> one + "\n" + other);
        }

        void finish() {
            for (var mark : marks) {
                raw.mentions.add(new RawMention(
                        mark.where(),
                        mark.id(),
                        0,
                        mark.ranges(),
                        mark.text(),
                        mark.type(),
                        concepts.getOrDefault(mark.id(), List.of()),
                        attributes.getOrDefault(mark.id(), Map.of()),
                        Origin.UNTOLD));
            }
            for (var tie : ties) {
                raw.relations.add(new RawRelation(
                        tie.where(),
                        tie.id(),
                        tie.type(),
                        tie.ends(),
                        attributes.getOrDefault(tie.id(), Map.of()),
                        Origin.UNTOLD));
            }
        }
    }
}
