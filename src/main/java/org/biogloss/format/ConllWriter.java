package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Sentences;

/// Writes words and BIO tags, a word a line with a tab between; `-DOCSTART-` and the id before each document. Of
/// mentions
/// that overlap the longest is written; borders inside a word move to the word's.
final class ConllWriter implements Exporter.Form {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\s\\p{L}\\p{N}\\p{M}]");

    private final Writer out;
    private final Losses losses;

    ConllWriter(Writer out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(AnnotatedDocument document) throws IOException {
        out.write("-DOCSTART- (" + document.id().replaceAll("[()\\s]", "_") + ")\n\n");
        losses.note(1, "texts lose where their blanks stood");
        losses.note(document.labels().count(), "document labels are left out");
        losses.note(document.relations().count(), "relations are left out");
        losses.noteSections(document);
        losses.noteOrigins(document);
        var text = document.text();
        var words = WORD.matcher(text).results().toList();
        var tags = tags(document, words);
        var sentences = Sentences.of(
                text,
                end -> document.mentions()
                        .noneMatch(mention -> mention.hull().start() < end
                                && end < mention.hull().end()));
        int at = 0;
        for (var sentence : sentences) {
            boolean any = false;
            for (; at < words.size() && words.get(at).start() < sentence.end(); at++) {
                out.write(words.get(at).group() + "\t" + tags[at] + "\n");
                any = true;
            }
            if (any) out.write("\n");
        }
    }

    private String[] tags(AnnotatedDocument document, List<MatchResult> words) {
        var tags = new String[words.size()];
        java.util.Arrays.fill(tags, "O");
        var longestFirst = document.mentions()
                .sorted(Comparator.comparingInt(
                                (Mention mention) -> -mention.hull().length())
                        .thenComparing(Mention::hull))
                .toList();
        for (var mention : longestFirst) {
            losses.note(mention.concepts().size(), "concept ids are left out");
            losses.note(mention.attributes().size(), "attributes of mentions are left out");
            losses.note(mention.spans().size() > 1 ? 1 : 0, "discontinuous mentions become one stretch");
            place(mention, words, tags);
        }
        return tags;
    }

    private void place(Mention mention, List<MatchResult> words, String[] tags) {
        var hull = mention.hull();
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.size() && words.get(i).start() < hull.end(); i++) {
            if (words.get(i).end() <= hull.start()) continue;
            if (!tags[i].equals("O")) {
                losses.note(1, "mentions that overlap a longer one are left out");
                return;
            }
            if (first < 0) first = i;
            last = i;
        }
        if (first < 0) {
            losses.note(1, "mentions that cover no word are left out");
            return;
        }
        boolean inside =
                words.get(first).start() < hull.start() || words.get(last).end() > hull.end();
        losses.note(inside ? 1 : 0, "mentions get the borders of their words");
        var type = mention.type().replaceAll("\\s+", "_");
        for (int i = first; i <= last; i++) tags[i] = (i == first ? "B-" : "I-") + type;
    }
}
