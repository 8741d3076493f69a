package org.biogloss.tokens.compare;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.biogloss.tokens.Tokenizer;

/// A tokenizer under the name by which a person knows it.
public record NamedTokenizer(String name, Tokenizer tokenizer) {

    public NamedTokenizer {
        if (name.isBlank()) throw new IllegalArgumentException("A tokenizer needs a name");
    }

    boolean isUnknown(int id) {
        var unknown = tokenizer.unknown();
        return unknown.isPresent() && unknown.getAsInt() == id;
    }

    /// Names for folders by which they can be told apart: the last part, and as much before it as it takes.
    public static List<String> namesOf(List<java.nio.file.Path> folders) {
        for (int parts = 1; ; parts++) {
            int wanted = parts;
            var names =
                    folders.stream().map(folder -> lastParts(folder, wanted)).toList();
            boolean longest = folders.stream().allMatch(folder -> folder.getNameCount() <= wanted);
            if (Set.copyOf(names).size() == names.size()) return names;
            if (longest) return numbered(names);
        }
    }

    private static String lastParts(java.nio.file.Path folder, int parts) {
        int count = folder.getNameCount();
        if (count == 0) return folder.toString();
        return folder.subpath(Math.max(0, count - parts), count).toString().replace('\\', '/');
    }

    /// The same folder twice is two columns all the same.
    private static List<String> numbered(List<String> names) {
        var times = new HashMap<String, Integer>();
        var taken = new TreeSet<String>();
        var numbered = new LinkedHashSet<String>();
        for (var name : names) {
            int time = times.merge(name, 1, Integer::sum);
            var next = time == 1 ? name : name + " (" + time + ")";
            while (!taken.add(next)) next = next + "'";
            numbered.add(next);
        }
        return List.copyOf(numbered);
    }
}
