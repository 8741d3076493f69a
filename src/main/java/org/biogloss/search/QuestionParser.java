package org.biogloss.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.biogloss.search.Question.Match;

/// Reads what a person typed: words (all must be found), `"phrases"`, `prefix*`, `field:word`, `AND`, `OR`, `NOT` or a
/// leading `-`, and parentheses.
///
/// Nothing typed is an error of form: a quote or parenthesis left open closes at the end, an operator with nothing to
/// join is a word, and `name:` before no known field is part of the word, as in `MESH:D003000` or `HLA-A*02:01`.
final class QuestionParser {

    private static final int LONGEST_QUERY = 20_000;
    private static final int DEEPEST = 50;

    private final String query;
    private final Predicate<String> knownField;
    private int at;
    private int depth;
    private boolean sawNoise;

    private QuestionParser(String query, Predicate<String> knownField) {
        this.query = query;
        this.knownField = knownField;
    }

    /// @param knownField whether a name before a colon is a field or an entity type of the index
    static Question parse(String query, Predicate<String> knownField) {
        if (query.length() > LONGEST_QUERY) {
            throw new QueryException("The query is too long: " + query.length() + " characters. Keep it under "
                    + LONGEST_QUERY + "; a title or a sentence is enough.");
        }
        var parser = new QuestionParser(query, knownField);
        var parts = new ArrayList<Question>();
        while (parser.skipSpace()) {
            if (!parser.take(')')) parser.anyOf(Optional.empty()).ifPresent(parts::add);
        }
        if (parts.isEmpty() && parser.sawNoise) {
            throw new QueryException("There is no word to search for in " + query.strip() + ". Write a word, or the "
                    + "first letters of one and a star.");
        }
        return together(parts).orElse(new Question.Everything());
    }

    /// Alternatives joined by `OR`, up to a closing parenthesis or the end; nothing where there is no word.
    private Optional<Question> anyOf(Optional<String> field) {
        var alternatives = new ArrayList<Question>();
        do {
            allOf(field).ifPresent(alternatives::add);
        } while (takeBetween("OR"));
        return alternatives.size() < 2
                ? alternatives.stream().findFirst()
                : Optional.of(new Question.AnyOf(alternatives));
    }

    private Optional<Question> allOf(Optional<String> field) {
        var parts = new ArrayList<Question>();
        boolean first = true;
        while (skipSpace() && peek() != ')' && (first || !atBetween("OR"))) {
            if (!first && takeBetween("AND")) continue;
            signed(field).ifPresent(parts::add);
            first = false;
        }
        return together(parts);
    }

    private static Optional<Question> together(List<Question> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Question.AllOf(parts));
    }

    private Optional<Question> signed(Optional<String> field) {
        boolean negated = false;
        while (takeNegation()) negated = !negated;
        var part = part(field);
        return negated ? part.map(Question.Not::new) : part;
    }

    private Optional<Question> part(Optional<String> field) {
        char c = peek();
        if (c == '(') return group(field);
        if (isQuote(c)) return withoutNoise(quoted(field));
        if (field.isEmpty()) {
            var named = fieldName();
            if (named.isPresent()) {
                at += named.get().length() + 1;
                c = peek();
                return c == '(' ? group(named) : withoutNoise(isQuote(c) ? quoted(named) : word(named));
            }
        }
        return withoutNoise(word(field));
    }

    /// Signs alone (`???`, `=`) stand in no index, so they ask for nothing.
    private Optional<Question> withoutNoise(Question question) {
        if (!(question instanceof Question.Text text)
                || text.match() == Match.PREFIX
                || text.field().isPresent()
                || !Words.of(text.text()).isEmpty()) return Optional.of(question);
        sawNoise = true;
        return Optional.empty();
    }

    private Optional<Question> group(Optional<String> field) {
        if (++depth > DEEPEST) throw new QueryException("The parentheses stand more than " + DEEPEST + " deep.");
        at++;
        var inner = anyOf(field);
        skipSpace();
        take(')');
        depth--;
        return inner;
    }

    private Question quoted(Optional<String> field) {
        int begin = ++at;
        while (at < query.length() && !isQuote(query.charAt(at))) at++;
        var inner = query.substring(begin, at);
        if (at < query.length()) at++;
        return isPrefix(inner) ? text(field, inner, Match.PREFIX) : new Question.Text(field, inner, Match.PHRASE);
    }

    /// Up to white space, or to a parenthesis that was not opened in the word: `NF(kappa)B` is one word.
    private Question word(Optional<String> field) {
        int begin = at;
        int open = 0;
        while (at < query.length() && !Character.isWhitespace(query.charAt(at))) {
            char c = query.charAt(at);
            if (c == '(') open++;
            if (c == ')' && --open < 0) break;
            at++;
        }
        var word = query.substring(begin, at);
        if (word.equals("*")) return field.isEmpty() ? new Question.Everything() : text(field, "*", Match.PREFIX);
        if (word.startsWith("*") && word.length() > 1 && Character.isLetterOrDigit(word.charAt(1))) {
            throw new QueryException("A star stands for the rest of a word and goes at its end, as in `carcino*`. "
                    + "Words cannot be searched by their ending (" + word + ").");
        }
        return isPrefix(word) ? text(field, word, Match.PREFIX) : new Question.Text(field, word, Match.WORD);
    }

    private static Question text(Optional<String> field, String starred, Match match) {
        return new Question.Text(field, starred.substring(0, starred.length() - 1), match);
    }

    private static boolean isPrefix(String text) {
        return text.length() > 1
                && text.endsWith("*")
                && Character.isLetterOrDigit(text.codePointBefore(text.length() - 1));
    }

    /// The name before a colon here, if it is a field and something follows the colon.
    private Optional<String> fieldName() {
        int end = at;
        while (end < query.length() && isNamePart(query.charAt(end))) end++;
        if (end == at || end + 1 >= query.length() || query.charAt(end) != ':') return Optional.empty();
        char next = query.charAt(end + 1);
        if (Character.isWhitespace(next) || next == ')') return Optional.empty();
        return Optional.of(query.substring(at, end)).filter(knownField);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private boolean takeNegation() {
        if (at + 1 >= query.length()) return false;
        char next = query.charAt(at + 1);
        if ((peek() == '-' || peek() == '!') && !Character.isWhitespace(next) && next != ')') {
            at++;
            return true;
        }
        return takeBetween("NOT");
    }

    /// Takes an operator that has something after it; elsewhere it is a word like any other.
    private boolean takeBetween(String operator) {
        if (!atBetween(operator)) return false;
        at += operator.length();
        skipSpace();
        return true;
    }

    private boolean atBetween(String operator) {
        if (!skipSpace() || !query.startsWith(operator, at)) return false;
        int after = at + operator.length();
        if (after >= query.length() || !(Character.isWhitespace(query.charAt(after)) || query.charAt(after) == '(')) {
            return false;
        }
        while (after < query.length() && Character.isWhitespace(query.charAt(after))) after++;
        return after < query.length() && query.charAt(after) != ')';
    }

    private boolean skipSpace() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) at++;
        return at < query.length();
    }

    private boolean take(char c) {
        if (at >= query.length() || query.charAt(at) != c) return false;
        at++;
        return true;
    }

    private char peek() {
        return query.charAt(at);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»';
    }
}
