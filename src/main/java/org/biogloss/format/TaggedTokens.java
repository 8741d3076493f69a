package org.biogloss.format;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.format.RawDocument.Range;

/// Mentions from word tags, over the words joined by one blank.
///
/// An `I-` that continues nothing begins a mention, as in corpora that have no `B-`.
final class TaggedTokens {

    /// @param range in code points
    record Run(Range range, String text, String type) {}

    /// Words from `first`, to `last` exclusive.
    record TagRun(int first, int last, String type) {}

    private TaggedTokens() {}

    /// Neighbouring words that make one mention.
    static List<TagRun> runs(List<String> tags) {
        var runs = new ArrayList<TagRun>();
        for (int first = 0; first < tags.size(); ) {
            int last = first + 1;
            var type = type(tags.get(first));
            while (last < tags.size() && !type.isEmpty() && continues(tags.get(last), type)) last++;
            if (!type.isEmpty()) runs.add(new TagRun(first, last, type));
            first = last;
        }
        return runs;
    }

    static List<Run> mentions(List<String> words, List<String> tags) {
        var starts = new long[words.size()];
        long at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += points(words.get(i)) + 1;
        }
        var mentions = new ArrayList<Run>();
        for (var run : runs(tags.subList(0, words.size()))) {
            int last = run.last() - 1;
            mentions.add(new Run(
                    new Range(starts[run.first()], starts[last] + points(words.get(last))),
                    String.join(" ", words.subList(run.first(), run.last())),
                    run.type()));
        }
        return mentions;
    }

    private static boolean continues(String tag, String type) {
        return !tag.isEmpty() && "IE".indexOf(tag.charAt(0)) >= 0 && type(tag).equals(type);
    }

    /// The type of `B-Disease` is `Disease`; of a bare `B` it is `Entity`; of `O` it is empty.
    private static String type(String tag) {
        if (tag.isEmpty() || tag.equals("O")) return "";
        int dash = tag.indexOf('-');
        return dash < 0 ? "Entity" : tag.substring(dash + 1);
    }

    private static long points(String word) {
        return word.codePointCount(0, word.length());
    }
}
