package org.biogloss.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.biogloss.document.AnnotatedDocument;

/// Queries as people ask them, drawn from texts with a fixed seed: single words, pairs of words, phrases, prefixes.
final class DrawnQueries {

    /// @param words as they stand in the text, in order
    record Drawn(Kind kind, List<String> words) {

        /// The query in BioGloss's syntax.
        String asTyped() {
            var typed = String.join(" ", words);
            return switch (kind) {
                case WORDS -> typed;
                case PHRASE -> '"' + typed + '"';
                case PREFIX -> typed + '*';
            };
        }
    }

    enum Kind {
        WORDS,
        PHRASE,
        PREFIX
    }

    private DrawnQueries() {}

    static List<Drawn> from(List<AnnotatedDocument> documents, int number, long seed) {
        var random = new Random(seed);
        var drawn = new ArrayList<Drawn>();
        while (drawn.size() < number) {
            var text = documents.get(random.nextInt(documents.size())).text();
            var words = List.of(text.split("[^A-Za-z]+"));
            if (words.size() > 20) drawn.add(draw(words, random));
        }
        return drawn;
    }

    /// Four in ten are single words, three are pairs, two are phrases, one is a prefix.
    private static Drawn draw(List<String> words, Random random) {
        int kind = random.nextInt(10);
        if (kind < 4) return new Drawn(Kind.WORDS, List.of(word(words, 3, random)));
        if (kind < 7) return new Drawn(Kind.WORDS, List.of(word(words, 3, random), word(words, 3, random)));
        if (kind < 9) {
            int from = 1 + random.nextInt(words.size() - 4);
            return new Drawn(Kind.PHRASE, words.subList(from, from + 2 + random.nextInt(2)));
        }
        return new Drawn(Kind.PREFIX, List.of(word(words, 6, random).substring(0, 4)));
    }

    private static String word(List<String> words, int shortest, Random random) {
        for (int tries = 0; tries < 100; tries++) {
            var word = words.get(random.nextInt(words.size()));
            if (word.length() >= shortest) return word;
        }
        return "patients";
    }
}
