package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The labels a piece of text can carry: `B-` where a mention of a type begins, `I-` inside it, `O` outside all.
///
/// @param names in the order of the classifier's outputs
public record BioLabels(List<String> names) {

    static final String OUTSIDE = "O";

    /// For labels that say no type, as bare `B` and `I` do.
    private static final String UNNAMED = "Entity";

    public BioLabels {
        names = List.copyOf(names);
        if (new LinkedHashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("A label stands twice in " + names);
        }
        if (names.size() < 2 || !names.contains(OUTSIDE)) {
            throw new IllegalArgumentException("These are no labels of mentions: " + names);
        }
    }

    public static BioLabels ofTypes(List<String> types) {
        if (types.isEmpty()) throw new IllegalArgumentException("There is no type to learn");
        var names = new ArrayList<String>();
        names.add(OUTSIDE);
        for (var type : types) {
            names.add("B-" + type);
            names.add("I-" + type);
        }
        return new BioLabels(names);
    }

    public int size() {
        return names.size();
    }

    public List<String> types() {
        var types = new LinkedHashSet<String>();
        for (int label = 0; label < size(); label++) if (!isOutside(label)) types.add(type(label));
        return List.copyOf(types);
    }

    public boolean isOutside(int label) {
        return names.get(label).equals(OUTSIDE);
    }

    public boolean begins(int label) {
        var name = names.get(label);
        return name.equals("B") || name.startsWith("B-");
    }

    /// Of a label that is not outside.
    public String type(int label) {
        var name = names.get(label);
        if (name.equals("B") || name.equals("I")) return UNNAMED;
        return name.startsWith("B-") || name.startsWith("I-") ? name.substring(2) : name;
    }

    int outside() {
        return names.indexOf(OUTSIDE);
    }

    /// @throws IllegalArgumentException if there is no such type
    int begin(String type) {
        return find("B-", type);
    }

    int inside(String type) {
        return find("I-", type);
    }

    private int find(String prefix, String type) {
        int found = names.indexOf(prefix + type);
        if (found < 0 && type.equals(UNNAMED)) found = names.indexOf(prefix.substring(0, 1));
        if (found < 0) throw new IllegalArgumentException("There is no label for the type " + type + ": " + names);
        return found;
    }
}
