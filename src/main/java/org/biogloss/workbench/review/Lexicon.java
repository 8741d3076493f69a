package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;
import org.biogloss.search.Spelling;

/// The strings that are mentions somewhere, with their types and concepts, and where they stand in a text.
///
/// Strings of one name are one entry: case does not count, except in short names and those of capitals, where `CAT` is
/// not `cat`. Its size goes with the names, not with the texts.
public final class Lexicon {

    /// One name: how often it is a mention of which type, with which concepts, and how often it stands bare.
    public static final class Entry {

        private final String written;

        /// Where the first word begins, so that `(R)-ketamine` is looked up under `R`.
        private final int firstWord;

        private final boolean exactCase;
        private final Map<String, Integer> types = new HashMap<>(2);
        private final Map<List<String>, Integer> concepts = new HashMap<>(2);
        int bare;

        private Entry(String written, int firstWord, boolean exactCase) {
            this.written = written;
            this.firstWord = firstWord;
            this.exactCase = exactCase;
        }

        /// As it was first met.
        public String written() {
            return written;
        }

        public Map<String, Integer> types() {
            return Map.copyOf(types);
        }

        public int labelled() {
            return types.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// The most frequent type, the first by name among equals.
        public String usualType() {
            return types.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }

        /// The concepts that all its mentions have which have any; nothing where they differ.
        public Optional<List<String>> onlyConcepts() {
            return concepts.size() == 1
                    ? Optional.of(concepts.keySet().iterator().next())
                    : Optional.empty();
        }
    }

    private static final int SHORT = 3;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    public void add(Mention mention, String text) {
        var written = mention.in(text);
        if (mention.spans().size() > 1 || written.isBlank()) return;
        var entry = entries.computeIfAbsent(key(written), _ -> entry(written));
        entry.types.merge(mention.type(), 1, Integer::sum);
        if (!mention.concepts().isEmpty()) entry.concepts.merge(mention.concepts(), 1, Integer::sum);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public Optional<Entry> find(String written) {
        return Optional.ofNullable(entries.get(key(written)));
    }

    /// How often it is a mention of any type.
    int labelled(String written) {
        return find(written).map(Entry::labelled).orElse(0);
    }

    /// Calls back for each place where a name stands as whole words, the longest where several begin; none overlap.
    public void in(String text, BiConsumer<Span, Entry> found) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point)) {
                at += Character.charCount(point);
                continue;
            }
            int end = wordEnd(text, at);
            var here = longest(text, at, text.substring(at, end));
            if (here.isPresent()) {
                int start = at - here.get().firstWord;
                var span = new Span(start, start + here.get().written.length());
                found.accept(span, here.get());
                end = Math.max(end, span.end());
            }
            at = end;
        }
    }

    private Optional<Entry> longest(String text, int at, String word) {
        for (var entry : byFirstWord.getOrDefault(word.toLowerCase(Locale.ROOT), List.of())) {
            int start = at - entry.firstWord;
            int end = start + entry.written.length();
            if (start < 0 || end > text.length()) continue;
            if (!text.regionMatches(!entry.exactCase, start, entry.written, 0, entry.written.length())) continue;
            if (isApart(text, start, end)) return Optional.of(entry);
        }
        return Optional.empty();
    }

    private static boolean isApart(String text, int start, int end) {
        boolean touchesBefore = start > 0
                && Character.isLetterOrDigit(text.codePointBefore(start))
                && Character.isLetterOrDigit(text.codePointAt(start));
        boolean touchesAfter = end < text.length()
                && Character.isLetterOrDigit(text.codePointAt(end))
                && Character.isLetterOrDigit(text.codePointBefore(end));
        return !touchesBefore && !touchesAfter;
    }

    private Entry entry(String written) {
        int first = 0;
        while (first < written.length() && !Character.isLetterOrDigit(written.codePointAt(first))) first++;
        var entry = new Entry(written, first, hasExactCase(written));
        if (first < written.length()) {
            var word = written.substring(first, wordEnd(written, first)).toLowerCase(Locale.ROOT);
            var same = byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>(1));
            int at = 0;
            while (at < same.size() && same.get(at).written.length() >= written.length()) at++;
            same.add(at, entry);
        }
        return entry;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)))
            end += Character.charCount(text.codePointAt(end));
        return end;
    }

    private static boolean hasExactCase(String written) {
        return written.length() <= SHORT || Spelling.isAcronym(written);
    }

    private static String key(String written) {
        return hasExactCase(written) ? written : written.toLowerCase(Locale.ROOT);
    }
}
