package org.biogloss.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// What stands in a query between two spaces or quotes, cut and folded as the index is.
///
/// @param parts  in order; they must stand side by side in a document
/// @param joined how two parts tied by a hyphen are written without it
record Words(List<Part> parts, Optional<String> joined) {

    private static final Map<String, String> IRREGULAR = bothWays(Map.of(
            "mouse", "mice", "child", "children", "woman", "women", "man", "men", "tooth", "teeth", "foot", "feet"));

    /// @param acronym in the query it ends in a capital `S` after another capital, so it is no plural
    record Part(String text, boolean acronym) {

        /// The other number of this word, by the rules of English and of the Latin and Greek of anatomy. Forms that
        /// no text has do no harm.
        Set<String> otherForms() {
            var forms = new LinkedHashSet<String>();
            if (text.length() < 3 || !Character.isLetter(text.charAt(0))) return forms;
            plurals(forms);
            if (!acronym) singulars(forms);
            if (IRREGULAR.containsKey(text)) forms.add(IRREGULAR.get(text));
            forms.remove(text);
            return forms;
        }

        private void plurals(Set<String> forms) {
            forms.add(text + "s");
            ending("y", "ies", 4, forms);
            for (var hiss : List.of("s", "x", "z", "ch", "sh")) ending(hiss, hiss + "es", 4, forms);
            ending("is", "es", 6, forms);
            ending("us", "i", 6, forms);
            ending("um", "a", 6, forms);
            ending("ion", "ia", 8, forms);
            ending("a", "ae", 5, forms);
        }

        private void singulars(Set<String> forms) {
            if (!text.endsWith("ss") && !text.endsWith("us") && !text.endsWith("is")) ending("s", "", 4, forms);
            ending("ies", "y", 5, forms);
            for (var hiss : List.of("s", "x", "z", "ch", "sh")) ending(hiss + "es", hiss, 5, forms);
            ending("es", "is", 6, forms);
            ending("i", "us", 5, forms);
            ending("a", "um", 5, forms);
            ending("ia", "ion", 7, forms);
            ending("ae", "a", 6, forms);
        }

        private void ending(String from, String to, int shortest, Set<String> forms) {
            if (text.length() < shortest || !text.endsWith(from)) return;
            forms.add(text.substring(0, text.length() - from.length()) + to);
        }
    }

    static Words of(String text) {
        var parts = new ArrayList<Part>();
        Optional<String> joined = Optional.empty();
        try (var tokens = new FoldingTokenizer()) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            var offset = tokens.getAttribute(OffsetAttribute.class);
            var increment = tokens.getAttribute(PositionIncrementAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                if (increment.getPositionIncrement() == 0) joined = Optional.of(term.toString());
                else parts.add(new Part(term.toString(), isAcronym(text, offset.startOffset(), offset.endOffset())));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Words(parts, parts.size() == 2 ? joined : Optional.empty());
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private static Map<String, String> bothWays(Map<String, String> oneWay) {
        var both = new HashMap<>(oneWay);
        oneWay.forEach((one, many) -> both.put(many, one));
        return Map.copyOf(both);
    }

    private static boolean isAcronym(String text, int start, int end) {
        return end - start >= 2 && text.charAt(end - 1) == 'S' && Character.isUpperCase(text.charAt(end - 2));
    }
}
