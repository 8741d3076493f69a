package org.biogloss.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Concept ids as files write them: several in one field, with four different separators, and three ways to say none.
///
/// @param separator what stood between them; `|` where there was nothing to separate
record ConceptIds(List<String> ids, String separator) {

    /// The attribute that keeps a separator other than `|`: NCBI-disease means different things by `|` and `+`.
    static final String SEPARATOR = "concept-separator";

    /// A variant as tmVar writes it, such as `p|SUB|V|600|E`: bars and commas are part of it.
    private static final Pattern VARIANT = Pattern.compile("(tmVar:)?[cgmnpr]\\|[A-Za-z+]+\\|.*");

    static ConceptIds parse(String field) {
        var text = field.strip();
        if (isNone(text)) return new ConceptIds(List.of(), "|");
        if (VARIANT.matcher(text).matches() && !text.contains(";")) return new ConceptIds(List.of(text), "|");
        for (var separator : List.of(";", "|", ",", "+")) {
            if (text.contains(separator)) {
                var ids = Arrays.stream(text.split(Pattern.quote(separator)))
                        .map(String::strip)
                        .filter(id -> !isNone(id))
                        .toList();
                return new ConceptIds(ids, ids.size() > 1 ? separator : "|");
            }
        }
        return new ConceptIds(List.of(text), "|");
    }

    static boolean isNone(String id) {
        return id.isBlank() || id.equals("-") || id.equals("-1");
    }

    /// Remembers the separator in the attributes where it is not the usual one.
    void rememberIn(Map<String, String> attributes) {
        if (!separator.equals(usualSeparator(ids)) && ids.size() > 1) attributes.put(SEPARATOR, separator);
    }

    static String join(List<String> ids, Map<String, String> attributes) {
        return String.join(attributes.getOrDefault(SEPARATOR, usualSeparator(ids)), ids);
    }

    private static String usualSeparator(List<String> ids) {
        return ids.stream().anyMatch(id -> id.contains("|")) ? ";" : "|";
    }
}
