package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.biogloss.tasks.Tag.Place;

/// The labels that words can carry, in the order of a classifier's outputs.
///
/// @param names as `O`, `B-Disease`, `I-Disease`
public record TagLabels(Scheme scheme, List<String> names) {

    public TagLabels {
        names = List.copyOf(names);
        if (new LinkedHashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("A label stands twice in " + names);
        }
        if (!names.isEmpty() && names.stream().allMatch(name -> name.matches("LABEL_\\d+"))) {
            throw new IllegalArgumentException("Its labels are " + names.getFirst() + " to " + names.getLast()
                    + ": nobody has written down what they mean. Name them, as O, B-Disease and I-Disease");
        }
        if (names.size() < 2 || !names.contains("O")) {
            throw new IllegalArgumentException("These are no labels of mentions: " + names);
        }
    }

    /// @throws IllegalArgumentException if there is no type
    public static TagLabels ofTypes(Scheme scheme, List<String> types) {
        if (types.isEmpty()) throw new IllegalArgumentException("There is no type to learn");
        var prefixes = switch (scheme) {
            case BIO -> List.of("B-", "I-");
            case BIOUL -> List.of("B-", "I-", "L-", "U-");
            case IO -> List.of("I-");
        };
        var names = new ArrayList<String>();
        names.add("O");
        for (var type : types) for (var prefix : prefixes) names.add(prefix + type);
        return new TagLabels(scheme, names);
    }

    /// Labels that someone else chose. Which scheme they follow shows in them.
    ///
    /// @throws IllegalArgumentException with words, if they do not say what they mean
    public static TagLabels read(List<String> names) {
        var places = EnumSet.noneOf(Place.class);
        for (var name : names) places.add(Tag.of(name).place());
        if (places.contains(Place.LAST) || places.contains(Place.UNIT)) return new TagLabels(Scheme.BIOUL, names);
        return new TagLabels(places.contains(Place.BEGIN) ? Scheme.BIO : Scheme.IO, names);
    }

    public int size() {
        return names.size();
    }

    /// Each type once, in the order of its first label.
    public List<String> types() {
        var types = new LinkedHashSet<String>();
        for (var tag : tags()) if (!tag.isOutside()) types.add(tag.type());
        return List.copyOf(types);
    }

    /// What each label says.
    public List<Tag> tags() {
        return names.stream().map(Tag::of).toList();
    }

    public int outside() {
        return names.indexOf("O");
    }

    /// The label of a word in a mention of several, or of one.
    ///
    /// @param at    the number of the word in its mention
    /// @param words how many words the mention has
    /// @throws IllegalArgumentException if there is no such type
    public int label(String type, int at, int words) {
        return switch (scheme) {
            case IO -> find(type, Place.INSIDE, Place.BEGIN);
            case BIO -> at == 0 ? find(type, Place.BEGIN, Place.INSIDE) : find(type, Place.INSIDE, Place.BEGIN);
            case BIOUL -> {
                if (words == 1) yield find(type, Place.UNIT, Place.BEGIN);
                if (at == words - 1) yield find(type, Place.LAST, Place.INSIDE);
                yield at == 0 ? find(type, Place.BEGIN, Place.INSIDE) : find(type, Place.INSIDE, Place.BEGIN);
            }
        };
    }

    /// Labels of others may lack one that no word of theirs ever had; then the next best stands for it.
    private int find(String type, Place wanted, Place instead) {
        var tags = tags();
        for (var place : List.of(wanted, instead)) {
            int found = tags.indexOf(new Tag(place, type));
            if (found >= 0) return found;
        }
        for (int label = 0; label < tags.size(); label++)
            if (tags.get(label).type().equals(type)) return label;
        throw new IllegalArgumentException("There is no label for the type " + type + ": " + names);
    }
}
