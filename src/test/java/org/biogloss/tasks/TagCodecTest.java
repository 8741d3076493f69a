package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TagCodecTest {

    private static final List<String> TYPES = List.of("Gene", "Disease");

    private final TagCodec bio = new TagCodec(TagLabels.ofTypes(Scheme.BIO, TYPES));

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

    private static List<String> encoded(Scheme scheme, String text, TypedSpan... mentions) {
        var codec = new TagCodec(TagLabels.ofTypes(scheme, TYPES));
        return Arrays.stream(codec.encode(pieces(text), List.of(mentions)))
                .filter(label -> label >= 0)
                .mapToObj(label -> codec.labels().names().get((int) label))
                .toList();
    }

    private static List<TypedSpan> decoded(TagCodec codec, String text, List<String> names) {
        var encoding = pieces(text);
        var decided = codec.undecided(encoding.size());
        var probabilities = new float[encoding.size()];
        Arrays.fill(probabilities, 0.5f);
        int word = 0;
        for (int piece = 0; piece < decided.length; piece++) {
            if (encoding.startsWord(piece))
                decided[piece] = codec.labels().names().indexOf(names.get(word++));
        }
        return codec.decode(encoding, decided, probabilities).stream()
                .map(found -> new TypedSpan(found.span(), found.type()))
                .toList();
    }

    @Test
    void aWordIsLabelledOnceAtItsFirstPiece() {
        var labelled = bio.encode(pieces("mutated BRCA"), List.of(TypedSpan.of(8, 12, "Gene")));
        assertEquals(
                List.of(0L, -100L, -100L, 1L, -100L),
                Arrays.stream(labelled).boxed().toList());
    }

    @Test
    void eachSchemeTellsAMentionInItsOwnWay() {
        var text = "p53 BRCA one two x";
        var mentions = new TypedSpan[] {TypedSpan.of(0, 3, "Gene"), TypedSpan.of(4, 16, "Gene")};
        assertEquals(List.of("B-Gene", "B-Gene", "I-Gene", "I-Gene", "O"), encoded(Scheme.BIO, text, mentions));
        assertEquals(List.of("U-Gene", "B-Gene", "I-Gene", "L-Gene", "O"), encoded(Scheme.BIOUL, text, mentions));
        assertEquals(List.of("I-Gene", "I-Gene", "I-Gene", "I-Gene", "O"), encoded(Scheme.IO, text, mentions));
    }

    @Test
    void ofMentionsThatOverlapTheLongestIsKept() {
        assertEquals(
                List.of("B-Disease", "I-Disease", "I-Disease"),
                encoded(Scheme.BIO, "APC colon cancer", TypedSpan.of(0, 3, "Gene"), TypedSpan.of(0, 16, "Disease")));
    }

    @Test
    void aMentionInsideAWordTakesTheWholeWord() {
        assertEquals(List.of("O", "B-Gene"), encoded(Scheme.BIO, "a p53mutant", TypedSpan.of(2, 5, "Gene")));
    }

    @Test
    void typesWithoutLabelsArePassedOver() {
        assertEquals(List.of("O", "O"), encoded(Scheme.BIO, "of mice", TypedSpan.of(3, 7, "Species")));
    }

    /// Any words, any mentions of whole words that do not overlap. IO cannot tell neighbours of one type apart, so
    /// there they are kept apart.
    @ParameterizedTest
    @EnumSource(Scheme.class)
    void decodingUndoesEncoding(Scheme scheme) {
        var chance = new Random(3);
        var codec = new TagCodec(TagLabels.ofTypes(scheme, TYPES));
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            var mentions = new ArrayList<TypedSpan>();
            for (int unit = 1 + chance.nextInt(8); unit > 0; unit--) {
                int start = text.length();
                for (int words = 1 + chance.nextInt(4); words > 0; words--) {
                    text.append("abcdefgh", 0, 1 + chance.nextInt(8)).append(words > 1 ? " " : "");
                }
                if (chance.nextBoolean()) {
                    mentions.add(TypedSpan.of(start, text.length(), TYPES.get(chance.nextInt(2))));
                }
                text.append(scheme == Scheme.IO ? " and " : " ");
            }
            var labels = Arrays.stream(codec.encode(pieces(text.toString()), mentions))
                    .filter(label -> label >= 0)
                    .mapToObj(label -> codec.labels().names().get((int) label))
                    .toList();
            assertEquals(mentions, decoded(codec, text.toString(), labels), text.toString());
        }
    }

    @Test
    void anInsideWithNothingToGoOnFromBeginsAMention() {
        assertEquals(List.of(TypedSpan.of(2, 5, "Gene")), decoded(bio, "a p53 b", List.of("O", "I-Gene", "O")));
        assertEquals(
                List.of(TypedSpan.of(0, 3, "Gene"), TypedSpan.of(4, 10, "Disease")),
                decoded(bio, "p53 cancer", List.of("B-Gene", "I-Disease")));
    }

    @Test
    void aMentionIsAsSureAsItsWeakestWord() {
        var encoding = pieces("colon cancer");
        var decided = new int[encoding.size()];
        Arrays.fill(decided, bio.labels().names().indexOf("I-Disease"));
        decided[0] = bio.labels().names().indexOf("B-Disease");
        var found = bio.decode(encoding, decided, new float[] {0.9f, 0.1f, 0.6f, 0.2f});
        assertEquals(1, found.size());
        assertEquals(0.6, found.getFirst().confidence(), 1e-6);
    }
}
