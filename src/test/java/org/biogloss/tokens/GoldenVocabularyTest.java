package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.VocabularyTraining.Kind;
import org.biogloss.tokens.VocabularyTraining.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Hugging Face `tokenizers` 0.23.2 made of some sentences, piece by piece.
class GoldenVocabularyTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("biogloss.data", "../shared/data"), "golden_wordpiece.json");

    private JsonNode golden = JsonMapper.builder().build().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(GOLDEN), "There is no " + GOLDEN);
        golden = JsonMapper.builder().build().readTree(GOLDEN.toFile());
    }

    @Test
    void itsWordsAreCountedAlike() throws IOException {
        var counts = WordCounting.of(corpus(), () -> new BertWords(true, true), JobContext.silent())
                .words();
        var ours = new TreeMap<String, Long>();
        for (int word = 0; word < counts.size(); word++) ours.put(counts.text(word), counts.count(word));
        var theirs = new TreeMap<String, Long>();
        golden.path("word_counts")
                .properties()
                .forEach(word -> theirs.put(word.getKey(), word.getValue().asLong()));
        assertEquals(theirs, ours);
    }

    @Test
    void theVocabularyIsTheSameIdForId() throws IOException {
        for (var size : golden.path("expected_vocab_in_id_order").properties()) {
            try (var tokenizer = train(Integer.parseInt(size.getKey()))) {
                assertEquals(strings(size.getValue()), tokenizer.vocabulary());
            }
        }
    }

    @Test
    void itCutsTextsIntoTheSamePieces() throws IOException {
        try (var tokenizer = train(220)) {
            for (var text : golden.path("expected_encodings_vs220").properties()) {
                assertEquals(
                        strings(text.getValue()),
                        tokenizer.encode(text.getKey()).pieces());
            }
        }
    }

    private Tokenizer train(int size) throws IOException {
        var wish = new Wish(Kind.WORDPIECE, size, golden.path("min_frequency").asLong(), true, true);
        return VocabularyTraining.train(corpus(), wish, JobContext.silent());
    }

    private Texts corpus() {
        return Texts.of("golden", strings(golden.path("text")));
    }

    private static List<String> strings(JsonNode list) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
