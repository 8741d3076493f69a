package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final String TEXT = "A title. p53 is lost. BRCA1 too. HeLa cells.";

    private final AnnotatedDocument document = new AnnotatedDocument(
            new Document(
                    "d",
                    TEXT,
                    List.of(
                            new Section("title", new Span(0, 8)),
                            new Section("results", new Span(9, 21)),
                            new Section("results", new Span(22, 44))),
                    Map.of()),
            DocumentStatus.NEW,
            List.of(mention("p53", "Gene"), mention("BRCA1", "Gene"), mention("HeLa cells", "CellLine")));

    private static Mention mention(String words, String type) {
        int at = TEXT.indexOf(words);
        return Mention.of("gold", new Span(at, at + words.length()), type, new Source.Person("you"));
    }

    private List<Outline.Row> rows(Outline.By by, String filter) {
        return Outline.rows(document, document.mentions().toList(), List.of("CellLine"), by, filter);
    }

    private static List<String> shown(List<Outline.Row> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case Outline.SectionRow section -> "# " + section.name() + " " + section.mentions();
                    case Outline.TypeRow type -> "= " + type.type() + " " + type.mentions();
                    case Outline.MentionRow mention -> mention.words();
                })
                .toList();
    }

    @Test
    void sectionsOfOneNameAreOneAndMentionsStandInThem() {
        assertEquals(
                List.of("# Title 0", "# Results 3", "p53", "BRCA1", "HeLa cells"), shown(rows(Outline.By.ORDER, "")));
    }

    @Test
    void typesComeInTheOrderOfTheSchemaThenByName() {
        assertEquals(
                List.of("= CellLine 1", "HeLa cells", "= Gene 2", "p53", "BRCA1"), shown(rows(Outline.By.TYPE, "")));
    }

    @Test
    void theFilterLooksAtWordsAndTypes() {
        assertEquals(List.of("# Results 1", "BRCA1"), shown(rows(Outline.By.ORDER, "brca")));
        assertEquals(List.of("# Results 1", "HeLa cells"), shown(rows(Outline.By.ORDER, "cellline")));
        assertEquals(List.of(), shown(rows(Outline.By.ORDER, "nothing")));
    }

    @Test
    void theCaretIsFoundInTheMentionAroundItOrAfterWhatBeganLast() {
        var rows = rows(Outline.By.ORDER, "");
        assertEquals(0, Outline.at(rows, 3));
        assertEquals(2, Outline.at(rows, TEXT.indexOf("53")));
        assertEquals(2, Outline.at(rows, TEXT.indexOf("lost")));
        assertEquals(-1, Outline.at(List.of(), 3));
    }

    @Test
    void fiveThousandMentionsAreListedWhole() {
        var text = "p53 ".repeat(5000);
        var many = new ArrayList<org.biogloss.document.Annotation>();
        for (int i = 0; i < 5000; i++) {
            many.add(Mention.of("gold", new Span(i * 4, i * 4 + 3), "Gene", new Source.Person("you")));
        }
        var large = new AnnotatedDocument(Document.of("l", text), DocumentStatus.NEW, many);
        var rows = Outline.rows(large, large.mentions().toList(), List.of(), Outline.By.ORDER, "");
        assertEquals(5000, rows.size());
        assertEquals(4000, Outline.at(rows, 16001));
    }
}
