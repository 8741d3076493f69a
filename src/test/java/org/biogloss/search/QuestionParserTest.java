package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.biogloss.search.Question.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            breast cancer                  | (breast & cancer)
            "breast cancer" risk           | ('breast cancer' & risk)
            carcino*                       | carcino*
            "beta cat*"                    | beta cat*
            gene:brca1                     | gene=brca1
            title:"breast cancer"          | title='breast cancer'
            title:(breast OR lung) therapy | ((title=breast / title=lung) & therapy)
            a AND b                        | (a & b)
            a OR b c                       | (a / (b & c))
            a -b                           | (a & !b)
            a NOT b                        | (a & !b)
            a AND NOT (b OR c)             | (a & !(b / c))
            -a                             | !a
            IL-6 NF(kappa)B                | (IL-6 & NF(kappa)B)
            HLA-A*02:01                    | HLA-A*02:01
            concept:MESH:D003000           | concept=MESH:D003000
            MESH:D003000                   | MESH:D003000
            "unclosed phrase               | 'unclosed phrase'
            (a OR b                        | (a / b)
            a) b                           | (a & b)
            AND                            | AND
            OR b                           | (OR & b)
            a OR                           | (a & OR)
            a AND                          | (a & AND)
            NOT                            | NOT
            - a                            | a
            gene:                          | gene:
            5" end                         | (5" & end)
            and or not                     | (and & or & not)
            ()                             | *
            *                              | *
            “smart quotes”                 | 'smart quotes'
            """)
    void aQueryMeansWhatAPersonGuesses(String query, String meaning) {
        assertEquals(meaning, show(parse(query)));
    }

    @Test
    void anEmptyQueryAsksForEverything() {
        assertEquals(new Question.Everything(), parse("  "));
    }

    @Test
    void aLeadingStarIsExplained() {
        assertThrows(QueryException.class, () -> parse("*itis"));
    }

    @Test
    void nothingTypedBreaksTheParser() {
        var random = new Random(11);
        var pieces = List.of(
                "a", " ", "\"", "(", ")", "-", "!", "*", ":", "gene:", "AND", "OR", "NOT", "\\", "~", "^", "/", "[",
                "é");
        for (int round = 0; round < 20_000; round++) {
            var query = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) query.append(pieces.get(random.nextInt(pieces.size())));
            try {
                parse(query.toString());
            } catch (QueryException explained) {
                assertEquals(false, String.valueOf(explained.getMessage()).isBlank());
            }
        }
    }

    @Test
    void deepOrLongQueriesAreRefusedInWords() {
        assertThrows(QueryException.class, () -> parse("(".repeat(10_000)));
        assertThrows(QueryException.class, () -> parse("a ".repeat(20_000)));
        assertEquals("NOT", show(parse("NOT ".repeat(4_000).strip())).replace("!", ""));
    }

    private static Question parse(String query) {
        return QuestionParser.parse(query, Set.of("gene", "title", "concept")::contains);
    }

    private static String show(Question question) {
        return switch (question) {
            case Question.Everything() -> "*";
            case Question.Text(var field, var text, var match) ->
                field.map(f -> f + "=").orElse("") + show(text, match);
            case Question.Not(var part) -> "!" + show(part);
            case Question.AllOf(var parts) -> joined(parts, " & ");
            case Question.AnyOf(var parts) -> joined(parts, " / ");
        };
    }

    private static String show(String text, Match match) {
        return switch (match) {
            case WORD -> text;
            case PHRASE -> "'" + text + "'";
            case PREFIX -> text + "*";
        };
    }

    private static String joined(List<Question> parts, String by) {
        return parts.stream().map(QuestionParserTest::show).collect(Collectors.joining(by, "(", ")"));
    }
}
