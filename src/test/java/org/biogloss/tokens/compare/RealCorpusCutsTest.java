package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.biogloss.bert.EmbeddedEncoder;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.VocabularyTraining;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The figures of real abstracts are those that one gets from cutting every text as a whole.
@Tag("slow")
class RealCorpusCutsTest {

    private static final int ABSTRACTS = 3000;

    @Test
    void figuresAreThoseOfWholeTexts() throws IOException {
        var texts = abstracts();
        var corpus = Texts.of("abstracts", texts);
        try (var general = EmbeddedEncoder.ALL.getFirst().tokenizer();
                var words =
                        VocabularyTraining.train(corpus, VocabularyTraining.Wish.wordPiece(8192), JobContext.silent());
                var bytes = VocabularyTraining.train(
                        corpus, VocabularyTraining.Wish.bytePairs(8192), JobContext.silent())) {
            var all = List.of(
                    new NamedTokenizer("general", general),
                    new NamedTokenizer("words", words),
                    new NamedTokenizer("bytes", bytes));
            var passages = new ArrayList<Passages.Passage>();
            for (int i = 0; i < texts.size(); i++) {
                passages.add(new Passages.Passage("d" + i, texts.get(i), List.of()));
            }
            var figures = CorpusMeasuring.measure(Passages.of("abstracts", passages), all, JobContext.silent());
            for (int column = 0; column < all.size(); column++) {
                var whole = all.get(column).tokenizer().encodeAll(texts);
                for (int row = 0; row < texts.size(); row++) {
                    assertEquals(whole.get(row).size(), figures.documents().pieces(column, row), texts.get(row));
                }
            }
        }
    }

    private static List<String> abstracts() throws IOException {
        var file = Path.of(System.getProperty("biogloss.data", "../shared/data"), "corpora/pubmed-abstracts.jsonl.gz");
        assumeTrue(Files.exists(file), "skipped: there is no " + file);
        var json = JsonMapper.builder().build();
        var texts = new ArrayList<String>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < ABSTRACTS; i++) {
                texts.add(json.readTree(lines.readLine()).path("text").asText());
            }
        }
        return texts;
    }
}
