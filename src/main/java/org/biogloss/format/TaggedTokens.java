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

    private TaggedTokens() {}

    static List<Run> mentions(List<String> words, List<String> tags) {
        var runs = new ArrayList<Run>();
        long at = 0;
        for (int first = 0; first < words.size(); ) {
            int last = first + 1;
            var type = type(tags.get(first));
            long end = at + points(words.get(first));
            while (last < words.size() && !type.isEmpty() && continues(tags.get(last), type)) {
                end += 1 + points(words.get(last++));
            }
            if (!type.isEmpty()) {
                runs.add(new Run(new Range(at, end), String.join(" ", words.subList(first, last)), type));
            }
            at = end + 1;
            first = last;
        }
        return runs;
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
