package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes annotated documents from text as a person reads it: `Loss of [p53|Gene] in [HeLa|CellLine]`.
public final class Marked {

    private Marked() {}

    /// A document with id `d` whose mentions stand in layer `gold` under the ids `m1`, `m2` … in text order.
    public static AnnotatedDocument text(String marked) {
        return text("d", marked);
    }

    public static AnnotatedDocument text(String id, String marked) {
        var text = new StringBuilder();
        List<Annotation> mentions = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            int open = marked.indexOf('[', at);
            if (open < 0) break;
            int bar = marked.indexOf('|', open);
            int close = marked.indexOf(']', bar);
            text.append(marked, at, open);
            int start = text.length();
            text.append(marked, open + 1, bar);
            mentions.add(new Mention(
                    "m" + (mentions.size() + 1),
                    "gold",
                    List.of(new Span(start, text.length())),
                    marked.substring(bar + 1, close),
                    List.of(),
                    Map.of(),
                    new Source.Person("test")));
            at = close + 1;
        }
        text.append(marked.substring(at));
        return new AnnotatedDocument(Document.of(id, text.toString()), DocumentStatus.NEW, mentions);
    }
}
