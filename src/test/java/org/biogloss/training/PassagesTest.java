package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private final Passages words = new Passages(text -> text.strip().split("\\s+").length, 6);

    private static NerExample text(String text, String... mentions) {
        return new NerExample(
                "d",
                text,
                List.of(mentions).stream()
                        .map(m -> TypedSpan.of(text.indexOf(m), text.indexOf(m) + m.length(), "T"))
                        .toList());
    }

    private static List<String> sentences(String text, String... mentions) {
        var example = text(text, mentions);
        return Passages.sentences(example).stream()
                .map(span -> span.in(text).strip())
                .toList();
    }

    @Test
    void aTextIsCutAfterItsSentences() {
        assertEquals(
                List.of("Aspirin (500 mg/d) helps.", "Does it?", "(Yes.)", "10 of 12 agreed."),
                sentences("Aspirin (500 mg/d) helps. Does it? (Yes.) 10 of 12 agreed."));
    }

    @Test
    void abbreviationsEndNoSentence() {
        assertEquals(
                List.of("In E. coli, e.g. K12, as Smith et al. 2001 (Fig. 2) say."),
                sentences("In E. coli, e.g. K12, as Smith et al. 2001 (Fig. 2) say."));
    }

    @Test
    void aMentionIsNeverCut() {
        assertEquals(
                List.of("Levels of vit. D were low.", "Ok."), sentences("Levels of vit. D were low. Ok.", "vit. D"));
    }

    @Test
    void passagesAreFilledWithWholeSentencesAndKeepTheirMentions() {
        var example = text("Aspirin helps. It helps much. Ibuprofen helps a little less. End.", "Aspirin", "Ibuprofen");

        var passages = words.of(example);

        assertEquals(
                List.of("Aspirin helps. It helps much. ", "Ibuprofen helps a little less. End."),
                passages.stream().map(NerExample::text).toList());
        assertEquals(
                List.of("Aspirin", "Ibuprofen"),
                passages.stream()
                        .flatMap(p -> p.mentions().stream().map(m -> m.span().in(p.text())))
                        .toList());
    }

    @Test
    void aTextThatFitsStaysAsItIs() {
        var example = text("Short. Text.");

        assertEquals(List.of(example), words.of(example));
    }

    @Test
    void aSentenceThatIsTooLongStaysWhole() {
        var example = text("one two three four five six seven eight. Nine.");

        assertTrue(words.of(example).getFirst().text().startsWith("one two three four five six seven eight."));
    }
}
