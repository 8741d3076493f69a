package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Source ADA = new Source.Person("ada");
    private static final String TEXT = "The p53 gene, p53 and xp53, P53 of von Hippel-Lindau disease.";

    private final DeskInMemory desk = new DeskInMemory(document());
    private final List<String> failures = new ArrayList<>();
    private final ReaderViewModel reader = reader();
    private final Steps steps = reader.steps();

    @Test
    void nestedMentionsAtOnePlaceAreSelectedInTurn() {
        reader.showLayer("ben", false);
        reader.select("inner");
        steps.nextAtPlace();
        assertEquals("outer", selected());
        steps.nextAtPlace();
        assertEquals("inner", selected());
    }

    @Test
    void theCaretAloneIsEnoughToSelectWhatLiesThere() {
        int at = TEXT.indexOf("Lindau");
        reader.select(new Span(at, at));
        steps.nextAtPlace();
        assertEquals("inner", selected());
    }

    @Test
    void disagreementsAreWhereLayersThatBothMarkATypeDiffer() {
        var seen = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            steps.nextDisagreement();
            seen.add(selected());
        }
        assertEquals(List.of("inner", "theirs", "inner"), seen);
    }

    @Test
    void aHiddenLayerDisagreesWithNobody() {
        reader.showLayer("ben", false);
        steps.nextDisagreement();
        assertEquals(Optional.empty(), reader.selectedProperty().get());
    }

    @Test
    void theSameWordsElsewhereAreATwinAndPartsOfWordsAreNot() {
        steps.nextTwin();
        assertEquals("p53", reader.markedProperty().get().in(TEXT));
        assertEquals(14, reader.markedProperty().get().start());
        reader.reject();
        assertEquals(Optional.empty(), steps.twinProperty().get());
    }

    @Test
    void anAcceptedTwinIsMarkedLikeItsModelWithItsConcepts() {
        steps.nextTwin();
        reader.accept();

        var added = desk.document("d").startingAt(14).getFirst();
        assertEquals("Gene", added.type());
        assertEquals(List.of("7157"), added.concepts());
        assertEquals(Optional.empty(), steps.twinProperty().get());
    }

    @Test
    void aTwinPassedOverIsNotAskedForAgain() {
        steps.nextTwin();
        reader.reject();
        steps.nextTwin();
        assertEquals(Optional.empty(), steps.twinProperty().get());
        assertEquals(document(), desk.document("d"));
    }

    @Test
    void theCaretLeavingAMentionLetsItGo() {
        reader.select("p53");
        reader.select(new Span(0, 0));
        assertEquals(Optional.empty(), reader.selectedProperty().get());
    }

    @Test
    void aTypeKeyAtTheCaretMarksTheWord() {
        reader.select(new Span(9, 9));
        reader.setType("Species");
        assertEquals("gene", reader.selectedProperty().get().orElseThrow().in(TEXT));
    }

    private String selected() {
        return reader.selectedProperty().get().orElseThrow().id();
    }

    private ReaderViewModel reader() {
        var made = new ReaderViewModel(
                desk, Runnable::run, Runnable::run, (tried, why) -> failures.add(tried + why), _ -> {});
        made.open("d");
        return made;
    }

    private static AnnotatedDocument document() {
        int outer = TEXT.indexOf("von");
        return new AnnotatedDocument(
                Document.of("d", TEXT),
                DocumentStatus.IN_PROGRESS,
                List.of(
                        mention("p53", "gold", 4, 7, "Gene", List.of("7157")),
                        mention("outer", "gold", outer, outer + 25, "Disease", List.of()),
                        mention("also", "ben", outer, outer + 25, "Disease", List.of()),
                        mention("inner", "gold", outer + 11, outer + 17, "Disease", List.of()),
                        mention("theirs", "ben", outer + 18, outer + 25, "Disease", List.of())));
    }

    private static Mention mention(String id, String layer, int start, int end, String type, List<String> concepts) {
        return new Mention(id, layer, List.of(new Span(start, end)), type, concepts, Map.of(), ADA);
    }
}
