package org.biogloss.tasks.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.biogloss.document.Span;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.Tag;
import org.biogloss.tasks.TypedSpan;

/// Sentences from lines of a word and its tag, as CoNLL and BLURB have them: the first column is the word, the last one
/// its tag, a blank line ends a sentence. The text of a sentence is its words joined by blanks.
final class TaggedSentences {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<String> types;
    private final Consumer<NerExample> sink;
    private final Reject reject;
    private final List<String> words = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private long sentences;
    private boolean broken;

    @FunctionalInterface
    interface Reject {
        void line(long number, String why);
    }

    /// @param types of mentions to keep; empty for all
    TaggedSentences(List<String> types, Consumer<NerExample> sink, Reject reject) {
        this.types = types;
        this.sink = sink;
        this.reject = reject;
    }

    void line(String line, long number) {
        if (line.isBlank() || line.startsWith("-DOCSTART-")) {
            end();
            return;
        }
        var columns = (line.indexOf('\t') >= 0 ? TAB : BLANKS).split(line.strip());
        if (columns.length < 2) {
            if (!broken) reject.line(number, "it has a word and no tag; its sentence is left out");
            broken = true;
            return;
        }
        words.add(columns[0]);
        tags.add(columns[columns.length - 1]);
    }

    void end() {
        if (!words.isEmpty() || broken) {
            if (!broken) sink.accept(example(String.valueOf(sentences), words, tags, types));
            sentences++;
        }
        words.clear();
        tags.clear();
        broken = false;
    }

    /// Tags that say no type, as the bare `B` and `I` of BLURB, mean the one type that is asked for.
    ///
    /// @throws IllegalArgumentException if there is not one tag for each word
    static NerExample example(String id, List<String> words, List<String> tags, List<String> types) {
        if (words.size() != tags.size()) {
            throw new IllegalArgumentException("it has " + words.size() + " words, but " + tags.size() + " tags");
        }
        var starts = new ArrayList<Integer>();
        int length = 0;
        for (var word : words) {
            starts.add(length);
            length += word.length() + 1;
        }
        var mentions = new ArrayList<TypedSpan>();
        for (var run : Tag.runs(tags.stream().map(Tag::of).toList())) {
            int last = run.to() - 1;
            var span = new Span(
                    starts.get(run.from()), starts.get(last) + words.get(last).length());
            var type = run.type().equals(Tag.UNNAMED) && types.size() == 1 ? types.getFirst() : run.type();
            if (types.isEmpty() || types.contains(type)) mentions.add(new TypedSpan(span, type));
        }
        return new NerExample(id, String.join(" ", words), mentions);
    }
}
