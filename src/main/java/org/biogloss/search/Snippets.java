package org.biogloss.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.biogloss.document.Span;

/// The sentences of each document that answer a query best.
final class Snippets extends UnifiedHighlighter {

    private static final int MOST = 2;

    /// A sentence beyond this is shown in part, around what matched.
    private static final int LONGEST = 300;

    Snippets(IndexSearcher searcher, Analyzer analyzer) {
        super(UnifiedHighlighter.builder(searcher, analyzer)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withMaxNoHighlightPassages(1)
                .withFormatter(new Formatter()));
    }

    /// One list a document, in the order asked.
    List<List<Snippet>> of(Query shown, int[] documents) throws IOException {
        var found = highlightFieldsAsObjects(new String[] {IndexForm.TEXT}, shown, documents, new int[] {MOST});
        var snippets = new ArrayList<List<Snippet>>();
        var ofText = found.get(IndexForm.TEXT);
        for (int i = 0; i < documents.length; i++) {
            snippets.add(ofText != null && ofText[i] instanceof Formatted(var ofDocument) ? ofDocument : List.of());
        }
        return snippets;
    }

    private record Formatted(List<Snippet> snippets) {}

    private static final class Formatter extends PassageFormatter {

        @Override
        public Formatted format(Passage[] passages, String content) {
            var snippets = new ArrayList<Snippet>();
            for (var passage : passages) snippets.add(snippet(passage, content));
            return new Formatted(snippets);
        }

        private static Snippet snippet(Passage passage, String content) {
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            if (end - start > LONGEST) {
                int first = passage.getNumMatches() == 0 ? start : passage.getMatchStarts()[0];
                start = wordStart(content, Math.max(start, first - LONGEST / 3), first);
                end = wordEnd(content, Math.min(end, start + LONGEST));
            }
            while (end > start && Character.isWhitespace(content.charAt(end - 1))) end--;
            return new Snippet(content.substring(start, end), highlights(passage, start, end));
        }

        private static List<Span> highlights(Passage passage, int start, int end) {
            var spans = new ArrayList<Span>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = passage.getMatchStarts()[i];
                int to = passage.getMatchEnds()[i];
                if (from >= start && to <= end) spans.add(new Span(from - start, to - start));
            }
            spans.sort(null);
            var merged = new ArrayList<Span>();
            for (var span : spans) {
                if (!merged.isEmpty() && merged.getLast().end() > span.start()) {
                    merged.add(merged.removeLast().union(span));
                } else {
                    merged.add(span);
                }
            }
            return merged;
        }

        private static int wordStart(String content, int from, int latest) {
            if (from == 0) return 0;
            int at = from;
            while (at < latest && !Character.isWhitespace(content.charAt(at - 1))) at++;
            return at;
        }

        private static int wordEnd(String content, int to) {
            int at = to;
            while (at > to - 40 && at < content.length() && !Character.isWhitespace(content.charAt(at))) at--;
            return at > to - 40 ? at : Character.isHighSurrogate(content.charAt(to - 1)) ? to - 1 : to;
        }
    }
}
