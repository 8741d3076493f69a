package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.biogloss.document.Texts;
import org.biogloss.format.CorpusFiles;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.PeerProcess;
import org.biogloss.tokens.VocabularyTraining.Kind;
import org.biogloss.tokens.VocabularyTraining.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vocabularies trained on 26,501 real abstracts are those of Hugging Face `tokenizers`, which trains
/// beside us on the same file: see `src/bench/peers/train_vocabulary.py`.
@Tag("slow")
class TrainingPeerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CORPORA = Path.of(System.getProperty("biogloss.data", "../shared/data"), "corpora");
    private static final Path ABSTRACTS = CORPORA.resolve("pubmed-abstracts.jsonl.gz");
    private static final Path FULL_TEXTS = CORPORA.resolve("pmc-fulltext.ccby.jsonl.gz");

    @TempDir
    Path folder = Path.of("");

    private List<PeerProcess> peers = List.of();

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.exists(ABSTRACTS), "There is no " + ABSTRACTS);
        peers = PeerProcess.python("tokenizers", "train_vocabulary.py", List.of()).stream()
                .toList();
        assumeTrue(
                !peers.isEmpty(), "No peer: BIOGLOSS_PYTHON does not name a Python with tokenizers and transformers");
    }

    @AfterEach
    void end() throws IOException {
        for (var peer : peers) peer.close();
    }

    @Test
    void wordPieceVocabulariesAreTheSameIdForId() throws IOException {
        for (int size : new int[] {8_000, 30_522}) {
            try (var ours = train(Wish.wordPiece(size))) {
                assertEquals(strings(train("wordpiece", size).path("pieces")), ours.vocabulary());
            }
        }
    }

    @Test
    void vocabulariesOfBytesAreTheSameIdForIdAndMergeForMerge() throws IOException {
        for (int size : new int[] {8_000, 30_522}) {
            try (var ours = train(Wish.bytePairs(size))) {
                var theirs = train("bpe", size);
                assertEquals(strings(theirs.path("pieces")), ours.vocabulary());
                ours.save(folder);
                var merges = StreamSupport.stream(theirs.path("merges").spliterator(), false)
                        .map(pair -> pair.get(0).asText() + " " + pair.get(1).asText());
                var written = Files.readAllLines(folder.resolve("merges.txt"));
                assertEquals(merges.toList(), written.subList(1, written.size()));
            }
        }
    }

    @Test
    void whatWasTrainedCutsTenThousandSentencesAlikeHereAndThere() throws IOException {
        var sentences = sentences(10_000);
        var texts = folder.resolve("texts.json");
        JSON.writeValue(texts.toFile(), sentences);
        for (var wish : List.of(
                Wish.wordPiece(30_522),
                Wish.bytePairs(30_522),
                new Wish(Kind.WORDPIECE, 8_192, 2, false, false),
                new Wish(Kind.WORDPIECE, 8_192, 2, true, false),
                new Wish(Kind.BYTE_PAIRS, 8_192, 2, true, false))) {
            var place = Files.createDirectories(folder.resolve(wish.kind() + "-" + wish.size() + wish.lowerCase()));
            try (var ours = train(wish)) {
                ours.save(place);
                var out = folder.resolve("answers.json");
                peers.getFirst().ask(Map.of("cut", place.toString(), "texts", texts.toString(), "out", out.toString()));
                var theirs = JSON.readTree(out.toFile());
                try (var again = Tokenizer.open(place)) {
                    for (int i = 0; i < sentences.size(); i++) {
                        var ids = ids(ours, sentences.get(i));
                        assertEquals(numbers(theirs.path("tokenizers").get(i)), ids, sentences.get(i));
                        assertEquals(numbers(theirs.path("transformers").get(i)), ids, sentences.get(i));
                        assertEquals(ids, ids(again, sentences.get(i)));
                    }
                    var framed = new ArrayList<>(List.of(again.cls()));
                    framed.addAll(ids(again, sentences.getFirst()));
                    framed.add(again.sep());
                    assertEquals(numbers(theirs.path("framed")), framed);
                }
            }
        }
    }

    private Tokenizer train(Wish wish) throws IOException {
        return VocabularyTraining.train(CorpusFiles.of(List.of(ABSTRACTS)), wish, JobContext.silent());
    }

    private JsonNode train(String kind, int size) throws IOException {
        var out = folder.resolve("theirs.json");
        peers.getFirst()
                .ask(Map.of(
                        "train",
                        kind,
                        "files",
                        List.of(ABSTRACTS.toString()),
                        "size",
                        size,
                        "minFrequency",
                        2,
                        "seeded",
                        true,
                        "out",
                        out.toString()));
        return JSON.readTree(out.toFile());
    }

    private static List<String> sentences(int number) throws IOException {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        try (var texts = CorpusFiles.of(List.of(FULL_TEXTS)).open()) {
            for (var text : (Iterable<Texts.Text>) texts::iterator) {
                breaks.setText(text.text());
                int start = breaks.first();
                for (int end = breaks.next();
                        end != BreakIterator.DONE && sentences.size() < number;
                        end = breaks.next()) {
                    sentences.add(text.text().substring(start, end));
                    start = end;
                }
                if (sentences.size() == number) break;
            }
        }
        return sentences;
    }

    private static List<Integer> ids(Tokenizer tokenizer, String text) {
        return Arrays.stream(tokenizer.encode(text).ids()).boxed().toList();
    }

    private static List<Integer> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
