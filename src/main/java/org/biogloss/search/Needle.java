package org.biogloss.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.biogloss.search.Question.Match;

/// Words of a query as they are to be marked in a text: the parts, side by side.
record Needle(List<Part> parts) {

    /// @param forms   any of these words
    /// @param openEnd or any word that begins with the first of them
    record Part(Set<String> forms, boolean openEnd) {

        String first() {
            return forms.iterator().next();
        }
    }

    /// The words side by side, and the one word that they are without their hyphen.
    static List<Needle> of(Words words, Match match) {
        if (words.isEmpty()) return List.of();
        var needles = new ArrayList<Needle>();
        needles.add(of(words.parts(), match));
        words.joined().ifPresent(joined -> needles.add(of(List.of(new Words.Part(joined, false)), match)));
        return needles;
    }

    private static Needle of(List<Words.Part> words, Match match) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            var forms = new LinkedHashSet<String>();
            forms.add(words.get(i).text());
            if (last && match == Match.WORD) forms.addAll(words.get(i).otherForms());
            parts.add(new Part(forms, last && match == Match.PREFIX));
        }
        return new Needle(parts);
    }
}
