package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;

/// What a label says of a word: that it is outside all mentions, or where in one of which type.
///
/// @param type empty outside
public record Tag(Place place, String type) {

    /// Where in a mention a word stands.
    public enum Place {
        OUTSIDE,
        /// The first word.
        BEGIN,
        /// A word that goes on, or just one inside.
        INSIDE,
        /// The last word of several.
        LAST,
        /// The only word.
        UNIT
    }

    /// Words that make one mention, by their numbers.
    ///
    /// @param to after the last
    public record Run(int from, int to, String type) {}

    public static final Tag OUTSIDE = new Tag(Place.OUTSIDE, "");

    /// The type of labels that say none, as bare `B` and `I` do.
    public static final String UNNAMED = "Entity";

    /// Reads `B-Disease`, `I-Disease`, `L-` or `E-`, `U-` or `S-`, the same letters bare, `O`; any other name is a type
    /// whose words are inside.
    public static Tag of(String label) {
        if (label.isBlank()) throw new IllegalArgumentException("A word has a blank label");
        if (label.equals("O")) return OUTSIDE;
        boolean bare = label.length() == 1;
        if (!bare && label.charAt(1) != '-') return new Tag(Place.INSIDE, label);
        var type = label.length() > 2 ? label.substring(2) : UNNAMED;
        return switch (label.charAt(0)) {
            case 'B' -> new Tag(Place.BEGIN, type);
            case 'I' -> new Tag(Place.INSIDE, type);
            case 'L', 'E' -> new Tag(Place.LAST, type);
            case 'U', 'S' -> new Tag(Place.UNIT, type);
            default -> new Tag(Place.INSIDE, label);
        };
    }

    public boolean isOutside() {
        return place == Place.OUTSIDE;
    }

    /// Whether a word goes on with the mention of the word before it. What cannot go on begins a mention, as
    /// CoNLL's scorers have it: an `I-` after `O`, after another type, after a mention's last word.
    boolean continues(Tag before) {
        return (place == Place.INSIDE || place == Place.LAST)
                && (before.place == Place.BEGIN || before.place == Place.INSIDE)
                && type.equals(before.type);
    }

    /// The mentions that the tags of neighbouring words tell of, in text order.
    public static List<Run> runs(List<Tag> tags) {
        var runs = new ArrayList<Run>();
        for (int from = 0; from < tags.size(); ) {
            int to = from + 1;
            if (tags.get(from).isOutside()) {
                from = to;
                continue;
            }
            while (to < tags.size() && tags.get(to).continues(tags.get(to - 1))) to++;
            runs.add(new Run(from, to, tags.get(from).type()));
            from = to;
        }
        return runs;
    }
}
