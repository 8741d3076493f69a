package org.biogloss.search;

import java.util.regex.Pattern;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.biogloss.search.Question.Match;

/// Years as a person writes them: `2015`, `2010-2015`, `2010-`, `>2010`, `<=2015`, `201*`.
final class Years {

    private static final int LAST = 9999;
    private static final Pattern ONE = Pattern.compile("\\d{1,4}");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}|)(?:-|–|\\.\\.)(\\d{4}|)");
    private static final Pattern BOUND = Pattern.compile("([<>]=?)(\\d{4})");

    private Years() {}

    static Query query(String value, Match match) {
        if (match == Match.PREFIX) return new PrefixQuery(new Term(IndexForm.YEAR, value));
        if (ONE.matcher(value).matches()) return new TermQuery(new Term(IndexForm.YEAR, value));
        var range = RANGE.matcher(value);
        if (range.matches() && value.length() > 3) {
            return between(number(range.group(1), 0), number(range.group(2), LAST));
        }
        var bound = BOUND.matcher(value);
        if (bound.matches()) {
            int year = Integer.parseInt(bound.group(2));
            return switch (bound.group(1)) {
                case ">" -> between(year + 1, LAST);
                case ">=" -> between(year, LAST);
                case "<" -> between(0, year - 1);
                default -> between(0, year);
            };
        }
        throw new QueryException("\"" + value + "\" is no year. Write year:2015, year:2010-2015 or year:>2010.");
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static Query between(int first, int last) {
        return IntField.newRangeQuery(IndexForm.YEAR_NUMBER, first, last);
    }
}
