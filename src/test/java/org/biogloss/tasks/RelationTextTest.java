package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationTextTest {

    private static final TaskForm USUAL = TaskForm.usual(TaskKind.RELATION);
    private static final TaskForm MARKERS = USUAL.withEntities(EntityInput.MARKERS, EntityReading.STARTS);

    /// The head stands between `<` and `>`, the tail between `{` and `}`.
    static RelationExample pair(String marked, String headType, String tailType, String label) {
        var text = new StringBuilder();
        int[] at = new int[4];
        for (char c : marked.toCharArray()) {
            int border = "<>{}".indexOf(c);
            if (border >= 0) at[border] = text.length();
            else text.append(c);
        }
        return new RelationExample(
                marked,
                text.toString(),
                Optional.empty(),
                Optional.of(TypedSpan.of(at[0], at[1], headType)),
                Optional.of(TypedSpan.of(at[2], at[3], tailType)),
                label);
    }

    private static RelationExample masked(RelationExample example, String masked) {
        return new RelationExample(
                example.id(), example.text(), Optional.of(masked), example.head(), example.tail(), example.label());
    }

    private static List<String> read(RelationExample example, TaskForm form, Dummies dummies) {
        var read = RelationText.of(example, form, dummies);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(read.text()),
                        read.places().stream().map(place -> place.in(read.text())))
                .toList();
    }

    @Test
    void dummiesStandInPlaceOfBothEntitiesWhicheverComesFirst() {
        var headFirst = pair("Loss of <naloxone> by {CYP2D6}.", "Chemical", "Gene", "x");
        var tailFirst = pair("Loss of {CYP2D6} by <naloxone>.", "Chemical", "Gene", "x");
        var dummies = Dummies.of(List.of(headFirst));
        assertEquals(List.of("Loss of @CHEMICAL$ by @GENE$.", "@CHEMICAL$", "@GENE$"), read(headFirst, USUAL, dummies));
        assertEquals(List.of("Loss of @GENE$ by @CHEMICAL$.", "@CHEMICAL$", "@GENE$"), read(tailFirst, USUAL, dummies));
    }

    @Test
    void entitiesThatOverlapShareOneDummy() {
        var inside = pair("the {<dopamine> transporter} here", "Chemical", "Gene-Y", "x");
        var dummies = Dummies.of(List.of(inside));
        assertEquals(
                List.of("the @CHEMICAL-GENE-Y$ here", "@CHEMICAL-GENE-Y$", "@CHEMICAL-GENE-Y$"),
                read(inside, USUAL, dummies));
        assertEquals(List.of("@CHEMICAL$", "@CHEMICAL-GENE-Y$", "@GENE-Y$"), dummies.pieces());
    }

    @Test
    void dummiesThatTheDataHasAreKeptAndServeForTextsWithoutThem() {
        var apart = masked(pair("{CYP2D6} and <aspirin>", "CHEM", "GENE-Y", "x"), "@GENE$ and @CHEMICAL$");
        var inside = masked(pair("{<dopamine> receptor}", "CHEM", "GENE-N", "x"), "@CHEM-GENE$");
        var dummies = Dummies.of(List.of(apart, inside));
        assertEquals(List.of("@GENE$ and @CHEMICAL$", "@CHEMICAL$", "@GENE$"), read(apart, USUAL, dummies));
        assertEquals(List.of("@CHEM-GENE$", "@CHEM-GENE$", "@CHEM-GENE$"), read(inside, USUAL, dummies));
        assertEquals(
                "@GENE$ binds @CHEMICAL$",
                read(pair("{P53} binds <zinc>", "CHEM", "GENE-Y", "x"), USUAL, dummies)
                        .getFirst());
        assertEquals(
                "a @CHEM-GENE$ b",
                read(pair("a <{zinc> finger} b", "CHEM", "GENE-N", "x"), USUAL, dummies)
                        .getFirst());
    }

    @Test
    void sentencesThatExistWithDummiesAloneAreReadAsTheyAre() {
        var only = new RelationExample(
                "g",
                "@GENE$ in @DISEASE$",
                Optional.of("@GENE$ in @DISEASE$"),
                Optional.empty(),
                Optional.empty(),
                "1");
        var dummies = Dummies.of(List.of(only));
        assertEquals(List.of("@DISEASE$", "@GENE$"), dummies.pieces());
        assertEquals(List.of("@GENE$ in @DISEASE$", "@GENE$", "@DISEASE$"), read(only, USUAL, dummies));
        assertEquals(
                List.of("[E1] @GENE$ [/E1] in [E2] @DISEASE$ [/E2]", "[E1]", "[E2]"), read(only, MARKERS, dummies));
    }

    @Test
    void markersFrameTheEntitiesAlsoWhereOneStandsInTheOther() {
        var mentions = MARKERS.withEntities(EntityInput.MARKERS, EntityReading.MENTIONS);
        var apart = pair("{CYP2D6} and <aspirin>.", "C", "G", "x");
        assertEquals(
                List.of("[E2] CYP2D6 [/E2] and [E1] aspirin [/E1].", "aspirin", "CYP2D6"),
                read(apart, mentions, Dummies.NONE));
        var inside = pair("the {<dopamine> transporter}", "C", "G", "x");
        assertEquals(
                List.of("the [E2] [E1] dopamine [/E1] transporter [/E2]", "[E1]", "[E2]"),
                read(inside, MARKERS, Dummies.NONE));
        var same = pair("<{insulin>}", "C", "G", "x");
        assertEquals(List.of("[E1] [E2] insulin [/E2] [/E1]", "[E1]", "[E2]"), read(same, MARKERS, Dummies.NONE));
    }

    @Test
    void rawTextIsNotTouched() {
        var form = USUAL.withEntities(EntityInput.RAW, EntityReading.MENTIONS);
        assertEquals(
                List.of("CYP2D6 and aspirin.", "aspirin", "CYP2D6"),
                read(pair("{CYP2D6} and <aspirin>.", "C", "G", "x"), form, Dummies.NONE));
    }
}
