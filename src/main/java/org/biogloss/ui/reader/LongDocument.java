package org.biogloss.ui.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// Makes documents to measure with: PubMed abstracts one after another, evenly marked.
final class LongDocument {

    private static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";

    private static final List<String> TYPES =
            List.of("Chemical", "Disease", "Gene", "Species", "CellLine", "Variant", "Participants");

    private LongDocument() {}

    /// Whole abstracts, until there are so many characters or so many words.
    static String text(Path data, int characters, int words) throws IOException {
        var json = new ObjectMapper();
        var text = new StringBuilder();
        int counted = 0;
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve(CORPUS))), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine();
                    line != null && text.length() < characters && counted < words;
                    line = reader.readLine()) {
                var abstractText = json.readTree(line).path("text").asText();
                counted += abstractText.split("\\s+").length;
                text.append(abstractText).append('\n');
            }
        }
        return text.toString();
    }

    /// A third is suggested by a model; some overlap, some are long.
    static AnnotatedDocument of(String id, String text, int count) {
        var mentions = new ArrayList<Annotation>();
        int step = text.length() / count;
        for (int i = 0; i < count; i++) {
            var word = Words.around(text, Words.start(text, i * step, true));
            if (word.isEmpty()) continue;
            var type = TYPES.get(i % 50 == 0 ? TYPES.size() - 1 : i % (TYPES.size() - 1));
            int end = Math.min(text.length(), i % 50 == 0 ? word.start() + 300 : word.end() + (i % 9 == 0 ? step : 0));
            Source source = i % 3 == 0 ? new Source.Model("m", 0.5 + i % 50 / 100.0) : new Source.Imported("corpus");
            mentions.add(new Mention(
                    "m" + i,
                    i % 3 == 0 ? "m" : "gold",
                    List.of(new Span(word.start(), end)),
                    type,
                    List.of(),
                    Map.of(),
                    source));
        }
        return new AnnotatedDocument(Document.of(id, text), DocumentStatus.IN_PROGRESS, mentions);
    }
}
