package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class RelatingTest {

    private static final String TEXT = "Cisplatin inhibits p53 at Ser15 in cancer.";

    private final DeskInMemory desk = new DeskInMemory(document());
    private final List<String> failures = new ArrayList<>();
    private final ReaderViewModel reader = reader();
    private final Relating relating = reader.relating();

    @Test
    void aLinkOffersFirstWhatTheSignatureAdmits() {
        reader.select("drug");
        reader.startLink();
        reader.select("cancer");

        var offers = relating.offers();
        assertEquals("Chemical-treats-Disease", offers.getFirst().name());
        assertTrue(offers.getFirst().fits());
        assertFalse(offers.getLast().fits());
        assertEquals(desk.schema.relations().size(), offers.size());
    }

    @Test
    void aBrokenSignatureIsPossibleAndSaid() {
        reader.select("cancer");
        reader.startLink();
        reader.select("drug");
        reader.link("Chemical-treats-Disease");

        relating.choose(relation().id());
        assertTrue(relating.trouble().isPresent());
        relating.reverse();
        assertEquals(Optional.empty(), relating.trouble());
        assertEquals(List.of("head:drug", "tail:cancer"), arguments());
        assertEquals(List.of(), failures);
    }

    @Test
    void anEventTakesArgumentsOneAfterTheOtherAndEachIsUndone() {
        makeEvent();
        assertEquals(List.of("Cause:drug", "Theme:p53", "Site:site"), arguments());

        reader.undo();
        assertEquals(List.of("Cause:drug", "Theme:p53"), arguments());
        reader.undo();
        assertEquals(0, desk.document("d").relations().count());
        reader.redo();
        reader.redo();
        assertEquals(3, relation().arguments().size());
    }

    @Test
    void theRoleThatNamesATypeIsOfferedBeforeOneForAnything() {
        reader.select("drug");
        relating.startEvent(Events.PHOSPHORYLATION);
        reader.select("p53");

        assertEquals(
                List.of("Theme", "Site", "Cause"),
                relating.offers().stream().map(Signatures.Offer::name).toList());
    }

    @Test
    void anEventOutlivesOneOfItsArguments() {
        makeEvent();
        reader.select("site");
        reader.delete();
        assertEquals(List.of("Cause:drug", "Theme:p53"), arguments());

        reader.select("p53");
        reader.delete();
        assertEquals(0, desk.document("d").relations().count());
    }

    @Test
    void anArgumentIsTakenOutButNotTheLastButOne() {
        makeEvent();
        relating.removeArgument(relation().arguments().getLast());
        assertEquals(2, relation().arguments().size());
        relating.removeArgument(relation().arguments().getLast());
        assertEquals(2, relation().arguments().size());
    }

    @Test
    void aChangedTypeGivesTheEndsItsRoles() {
        reader.select("p53");
        reader.startLink();
        reader.select("cancer");
        reader.link("Gene-associated-Disease");
        relating.choose(relation().id());
        relating.changeType(Events.PHOSPHORYLATION);

        assertEquals(List.of("Theme:p53", "Site:cancer"), arguments());
    }

    @Test
    void oneGoesAlongARelationAndBack() {
        makeEvent();
        reader.deselect();
        reader.select("drug");
        relating.along();
        assertEquals("p53", selected());
        relating.along();
        assertEquals("site", selected());
        relating.back();
        relating.back();
        assertEquals("drug", selected());
    }

    @Test
    void whatIsBeingMadeIsGivenUpBeforeTheSelection() {
        reader.select("drug");
        reader.startLink();
        reader.deselect();
        assertEquals(Optional.empty(), relating.makingProperty().get());
        assertEquals("drug", selected());
        reader.deselect();
        assertEquals(Optional.empty(), reader.selectedProperty().get());
    }

    @Test
    void onlyWhatIsAskedForIsDrawn() {
        makeEvent();
        reader.deselect();
        reader.deselect();
        assertEquals(0, drawn(false));
        relating.toggleType(Events.PHOSPHORYLATION);
        assertEquals(1, drawn(false));
        relating.toggleType(Events.PHOSPHORYLATION);
        assertEquals(1, drawn(true));
        reader.showLayer("gold", false);
        assertEquals(0, drawn(true));
    }

    private int drawn(boolean all) {
        var scene = reader.sceneProperty().get().orElseThrow();
        var types = relating.shownTypesProperty().get();
        return new Arcs(scene, desk.schema)
                .of(new Arcs.Wanted(reader.selectedProperty().get(), Optional.empty(), types, all))
                .size();
    }

    private void makeEvent() {
        reader.select("drug");
        relating.startEvent(Events.PHOSPHORYLATION);
        reader.select("p53");
        relating.finish("Theme");
        reader.select("site");
        relating.finish("Site");
    }

    private Relation relation() {
        return desk.document("d").relations().findFirst().orElseThrow();
    }

    private List<String> arguments() {
        return relation().arguments().stream()
                .map(argument -> argument.role() + ":" + Ends.name(argument.end()))
                .toList();
    }

    private String selected() {
        return reader.selectedProperty().get().orElseThrow().id();
    }

    private ReaderViewModel reader() {
        desk.schema = Events.schema();
        var made = new ReaderViewModel(
                desk, Runnable::run, Runnable::run, (tried, why) -> failures.add(tried + why), _ -> {});
        made.open("d");
        return made;
    }

    private static AnnotatedDocument document() {
        return new AnnotatedDocument(
                Document.of("d", TEXT),
                DocumentStatus.IN_PROGRESS,
                List.of(
                        mention("drug", "Cisplatin", "Chemical"),
                        mention("p53", "p53", "Gene"),
                        mention("site", "Ser15", "Variant"),
                        mention("cancer", "cancer", "Disease")));
    }

    private static Mention mention(String id, String words, String type) {
        int at = TEXT.indexOf(words);
        var span = new Span(at, at + words.length());
        return new Mention(id, "gold", List.of(span), type, List.of(), Map.of(), new Source.Imported("x"));
    }
}
