package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;
import org.junit.jupiter.api.Test;

class BioCodecTest {

    private final BioLabels labels = BioLabels.ofTypes(List.of("Gene", "Disease"));
    private final BioCodec codec = new BioCodec(labels);

    /// Words in pieces of at most three letters.
    static Encoding pieces(String text) {
        var pieces = new ArrayList<String>();
        var spans = new ArrayList<Span>();
        var words = new ArrayList<Integer>();
        var word = Pattern.compile("\\w+|[^\\w\\s]").matcher(text);
        for (int number = 0; word.find(); number++) {
            for (int at = word.start(); at < word.end(); at += 3) {
                spans.add(new Span(at, Math.min(word.end(), at + 3)));
                pieces.add(spans.getLast().in(text));
                words.add(number);
            }
        }
        var ids = new int[pieces.size()];
        return new Encoding(
                ids, pieces, spans, words.stream().mapToInt(Integer::intValue).toArray());
    }

    private List<String> namesAtWords(String text, TypedSpan... mentions) {
        var encoding = pieces(text);
        return Arrays.stream(codec.encode(encoding, List.of(mentions)))
                .filter(label -> label >= 0)
                .mapToObj(label -> labels.names().get((int) label))
                .toList();
    }

    private List<TypedSpan> decoded(String text, String... names) {
        var encoding = pieces(text);
        var decided = codec.undecided(encoding.size());
        var probabilities = new float[encoding.size()];
        Arrays.fill(probabilities, 0.5f);
        int word = 0;
        for (int piece = 0; piece < decided.length; piece++) {
            if (encoding.startsWord(piece)) decided[piece] = labels.names().indexOf(names[word++]);
        }
        return codec.decode(encoding, decided, probabilities).stream()
                .map(found -> new TypedSpan(found.span(), found.type()))
                .toList();
    }

    @Test
    void aWordIsLabelledOnceAtItsFirstPiece() {
        var labelled = codec.encode(pieces("mutated BRCA"), List.of(TypedSpan.of(8, 12, "Gene")));
        assertEquals(
                List.of(0L, -100L, -100L, 1L, -100L),
                Arrays.stream(labelled).boxed().toList());
    }

    @Test
    void mentionsSideBySideStayTwo() {
        assertEquals(
                List.of("B-Gene", "B-Gene", "I-Gene", "O"),
                namesAtWords("p53 BRCA one x", TypedSpan.of(0, 3, "Gene"), TypedSpan.of(4, 12, "Gene")));
    }

    @Test
    void ofMentionsThatOverlapTheLongestIsKept() {
        assertEquals(
                List.of("B-Disease", "I-Disease", "I-Disease"),
                namesAtWords("APC colon cancer", TypedSpan.of(0, 3, "Gene"), TypedSpan.of(0, 16, "Disease")));
    }

    @Test
    void aMentionInsideAWordTakesTheWholeWord() {
        assertEquals(List.of("O", "B-Gene"), namesAtWords("a p53mutant", TypedSpan.of(2, 5, "Gene")));
    }

    @Test
    void typesWithoutLabelsArePassedOver() {
        assertEquals(List.of("O", "O"), namesAtWords("of mice", TypedSpan.of(3, 7, "Species")));
    }

    @Test
    void decodingUndoesEncoding() {
        var text = "Loss of adenomatous polyposis coli ( APC ) in p53 BRCA1 cells .";
        var mentions = List.of(
                TypedSpan.of(8, 34, "Disease"),
                TypedSpan.of(37, 40, "Gene"),
                TypedSpan.of(46, 49, "Gene"),
                TypedSpan.of(50, 55, "Gene"));
        var names = namesAtWords(text, mentions.toArray(TypedSpan[]::new)).toArray(String[]::new);
        assertEquals(mentions, decoded(text, names));
    }

    @Test
    void anInsideWithNothingToGoOnFromBeginsAMention() {
        assertEquals(List.of(TypedSpan.of(2, 5, "Gene")), decoded("a p53 b", "O", "I-Gene", "O"));
        assertEquals(
                List.of(TypedSpan.of(0, 3, "Gene"), TypedSpan.of(4, 10, "Disease")),
                decoded("p53 cancer", "B-Gene", "I-Disease"));
    }

    @Test
    void aMentionIsAsSureAsItsWeakestWord() {
        var encoding = pieces("colon cancer");
        var decided = new int[encoding.size()];
        Arrays.fill(decided, labels.names().indexOf("I-Disease"));
        decided[0] = labels.names().indexOf("B-Disease");
        var found = codec.decode(encoding, decided, new float[] {0.9f, 0.1f, 0.6f, 0.2f});
        assertEquals(1, found.size());
        assertEquals(0.6, found.getFirst().confidence(), 1e-6);
    }

    @Test
    void bareLabelsHaveATypeToo() {
        var bare = new BioLabels(List.of("B", "I", "O"));
        assertEquals(List.of("Entity"), bare.types());
        assertEquals(0, bare.begin("Entity"));
    }
}
