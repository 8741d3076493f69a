package org.biogloss.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.Segment;

/// Reads columns of words and tags: the first column is the word, the last its tag (BIO, BIOES, `I-` only, or bare); a
/// blank line ends a sentence, `-DOCSTART-` a document, with an id behind it where there is one. A file without is one
/// document.
///
/// Where the words stood is not in such a file: they are joined by blanks, closed up where printing does (before
/// `,.;:)`
/// and behind `(`), a sentence a line.
final class ConllReader implements DocumentReader {

    private static final Pattern TAG = Pattern.compile("[BIOLUES]|[BILUES]-\\S+");
    private static final Pattern COLUMNS = Pattern.compile("[\\t ]+");
    private static final Pattern START = Pattern.compile("-DOCSTART-(?:\\s+\\(?([^()\\s]+)\\)?)?.*");

    /// So many lines are looked at; a longer one is no word with its tag.
    private static final int LOOKED_AT = 40;

    private static final int LONGEST = 1_000;

    static boolean looksLikeIt(String start) {
        int tagged = 0;
        int other = 0;
        for (var line : start.lines().limit(LOOKED_AT).toList()) {
            if (line.length() > LONGEST) return false;
            if (line.isBlank() || line.startsWith("#")) continue;
            if (START.matcher(line).matches()) return true;
            var columns = COLUMNS.split(line.strip());
            if (columns.length > 1 && TAG.matcher(columns[columns.length - 1]).matches()) tagged++;
            else other++;
        }
        return tagged >= 3 && other == 0;
    }

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var lines = new Lines(input, intake);
        var document = new Open("file", input.stem());
        int number = 0;
        while (lines.advance()) {
            var line = lines.line();
            var start = START.matcher(line.strip());
            if (start.matches()) {
                document.offer(intake);
                var named = start.group(1);
                // CoNLL 2003 fills the columns of this line with -X- and O.
                boolean isId = named != null && !named.matches("-X-|O|_");
                document = new Open(lines.where(), isId ? named : input.stem() + "-" + ++number);
            } else if (line.isBlank()) {
                document.endSentence();
            } else if (!line.startsWith("#")) {
                var columns = COLUMNS.split(line.strip());
                if (columns.length < 2) {
                    intake.rejected(lines.where(), "a word without a tag: “%s”".formatted(Quote.of(line)));
                } else {
                    document.words.add(columns[0]);
                    document.tags.add(columns[columns.length - 1]);
                }
            }
        }
        document.offer(intake);
    }

    /// A document whose lines are still coming.
    private static final class Open {

        private final RawDocument raw;
        private final StringBuilder text = new StringBuilder();
        private final List<String> words = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private long points;

        Open(String where, String id) {
            raw = new RawDocument(where);
            raw.id = id;
        }

        void endSentence() {
            if (words.isEmpty()) return;
            if (!text.isEmpty()) add("\n");
            var starts = new ArrayList<Long>();
            var ends = new ArrayList<Long>();
            for (int i = 0; i < words.size(); i++) {
                if (i > 0 && !isClosedUp(words.get(i - 1), words.get(i))) add(" ");
                starts.add(points);
                add(words.get(i));
                ends.add(points);
            }
            for (var run : TaggedTokens.runs(tags)) {
                raw.mentions.add(new RawMention(
                        raw.place("mention " + (raw.mentions.size() + 1)),
                        "T" + (raw.mentions.size() + 1),
                        0,
                        List.of(new Range(starts.get(run.first()), ends.get(run.last() - 1))),
                        "",
                        run.type(),
                        List.of(),
                        Map.of(),
                        Origin.UNTOLD));
            }
            words.clear();
            tags.clear();
        }

        private static boolean isClosedUp(String before, String word) {
            return word.matches("[,.;:)\\]%?!]") || before.matches("[(\\[]");
        }

        private void add(String more) {
            text.append(more);
            points += more.codePointCount(0, more.length());
        }

        void offer(Intake intake) {
            endSentence();
            if (text.isEmpty()) return;
            raw.segments.add(new Segment(text.toString(), 0, 0, ""));
            intake.offer(raw);
        }
    }
}
