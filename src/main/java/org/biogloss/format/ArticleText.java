package org.biogloss.format;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The running text of an element of an article: tags gone, what only looks right on paper made readable.
///
/// References to literature go where they are bare numbers glued to a word and stay where they stand in brackets or are
/// names; formulae are their MathML's signs, or `[formula]`; figures and tables that float inside are handed out, so
/// that
/// their captions do not break a sentence.
final class ArticleText {

    /// What stands apart from the text around it.
    private static final Set<String> FLOATS = Set.of(
            "fig",
            "fig-group",
            "table-wrap",
            "table-wrap-group",
            "boxed-text",
            "disp-quote-float",
            "supplementary-material");

    /// What says nothing in words.
    private static final Set<String> SILENT = Set.of(
            "object-id",
            "graphic",
            "inline-graphic",
            "media",
            "tex-math",
            "label-float",
            "fn",
            "table",
            "permissions",
            "alt-text",
            "long-desc",
            "processing-meta",
            "email-alternatives",
            "annotation",
            "annotation-xml");

    private static final Pattern NUMBERS = Pattern.compile("[\\s\\d,;–—-]+");

    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\s?[\\[(][\\s,;–-]*[\\])]");

    private final StringBuilder text = new StringBuilder();
    private final Consumer<XmlTree> floats;

    private ArticleText(Consumer<XmlTree> floats) {
        this.floats = floats;
    }

    /// @param floats takes the figures, tables and boxes that stand inside
    static String of(XmlTree element, Consumer<XmlTree> floats) {
        var reading = new ArticleText(floats);
        reading.inside(element);
        var clean = EMPTY_BRACKETS.matcher(reading.text).replaceAll("").replaceAll("[\\s\u00a0\u2009\u202f]+", " ");
        return clean.replaceAll(" ([,.;:)\\]])", "$1").strip();
    }

    private void inside(XmlTree element) {
        for (var child : element.children()) {
            if (child instanceof XmlTree inner) element(inner);
            else text.append(child);
        }
    }

    private void element(XmlTree element) {
        var name = element.name();
        if (FLOATS.contains(name)) {
            floats.accept(element);
            return;
        }
        if (SILENT.contains(name)) return;
        switch (name) {
            case "xref" -> reference(element);
            case "sup" -> raised(element);
            case "break", "p", "title", "list-item", "td", "th", "tr", "disp-quote", "def", "term" -> {
                text.append(' ');
                inside(element);
                text.append(' ');
            }
            case "inline-formula", "disp-formula" -> formula(element);
            case "mfrac", "msup", "msub", "msubsup", "math" -> math(element);
            default -> inside(element);
        }
    }

    /// A number behind a word belongs to the list of references, not to the word.
    private void reference(XmlTree element) {
        var words = element.words();
        boolean toLiterature = element.attribute("ref-type").equals("bibr");
        if (toLiterature && NUMBERS.matcher(words).matches() && !isInBrackets()) return;
        inside(element);
    }

    private boolean isInBrackets() {
        for (int i = text.length() - 1; i >= Math.max(0, text.length() - 60); i--) {
            char c = text.charAt(i);
            if (c == '[' || c == '(') return true;
            if (c == ']' || c == ')' || Character.isLetter(c)) return false;
        }
        return false;
    }

    /// Ten to the sixth is not 106; and what is nothing but references goes.
    private void raised(XmlTree element) {
        boolean references = element.elements("xref").findAny().isPresent()
                && NUMBERS.matcher(element.words()).matches();
        if (references) return;
        var words = element.words();
        boolean power = !text.isEmpty()
                && Character.isDigit(text.charAt(text.length() - 1))
                && !words.isEmpty()
                && (Character.isDigit(words.charAt(0)) || "−-+".indexOf(words.charAt(0)) >= 0);
        if (power) text.append('^');
        inside(element);
    }

    private void formula(XmlTree element) {
        var math = element.find("math");
        if (math.isPresent()) {
            math(math.get());
            return;
        }
        boolean drawn = element.find("tex-math").isPresent()
                || element.find("graphic").isPresent()
                || element.find("inline-graphic").isPresent();
        if (drawn) text.append("[formula]");
        else inside(element);
    }

    private void math(XmlTree element) {
        var parts = element.elements().toList();
        var between = switch (element.name().toLowerCase(Locale.ROOT)) {
            case "mfrac" -> "/";
            case "msup" -> "^";
            default -> "";
        };
        if (parts.isEmpty()) {
            inside(element);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i == 1) text.append(between);
            if (!SILENT.contains(parts.get(i).name())) math(parts.get(i));
        }
    }
}
