package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.biogloss.document.AnnotatedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealAbstractsTest {

    private static final int ABSTRACTS = 1500;

    @TempDir
    Path folder;

    @Test
    void everyAbstractIsFoundByWhatItSaysHoweverItIsTyped() throws IOException {
        var corpus = Path.of(System.getProperty("biogloss.data", "")).resolve(SearchBenchmark.CORPUS);
        assumeTrue(Files.exists(corpus), "No real abstracts at " + corpus);
        var abstracts = SearchBenchmark.read(corpus, ABSTRACTS);
        try (var index = DocumentIndex.open(folder)) {
            abstracts.forEach(index::update);
            index.refresh();
            for (var document : abstracts.subList(0, 300)) {
                assertFound(index, document, phrase(document));
                assertFound(index, document, phrase(document).toUpperCase(Locale.ROOT));
                assertFound(index, document, "pmid:\"" + document.id() + '"');
            }
        }
    }

    private static void assertFound(DocumentIndex index, AnnotatedDocument document, String query) {
        var results = index.search(SearchRequest.of(query, ABSTRACTS));
        var hit = results.hits().stream()
                .filter(found -> found.id().equals(document.id()))
                .toList();
        assertEquals(1, hit.size(), query);
        assertTrue(query.startsWith("pmid:") || marks(hit.getFirst()) > 0, query + " is not marked in " + hit);
    }

    private static long marks(SearchHit hit) {
        return hit.snippets().stream()
                .map(Snippet::highlights)
                .mapToLong(List::size)
                .sum();
    }

    /// Forty characters from the middle of the text, from word to word.
    private static String phrase(AnnotatedDocument document) {
        var text = document.text().replaceAll("[\"“”„«»]", " ");
        int start = text.indexOf(' ', text.length() / 2) + 1;
        int end = text.indexOf(' ', Math.min(start + 40, text.length() - 1));
        return '"' + text.substring(start, end < 0 ? text.length() : end) + '"';
    }
}
