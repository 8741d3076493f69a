package org.biogloss.tasks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;

/// What the benchmarks of reading read: the abstracts of NCBI-disease's test split.
///
/// @param longOnes  ten of about 250 words
/// @param sentences ten of about 16 words
record TextsToRead(List<String> abstracts, List<String> longOnes, List<String> sentences) {

    private static final String CORPUS = "documents/NCBI-disease-documents/test.jsonl.gz";
    private static final int SINGLES = 10;
    private static final int ABSTRACT_WORDS = 250;
    private static final int SENTENCE_WORDS = 16;

    /// @param data the folder of shared data
    static TextsToRead of(Path data) throws IOException {
        var file = data.resolve(CORPUS);
        if (!Files.exists(file)) throw new IOException("Cannot measure: " + file + " is missing.");
        var all = new ArrayList<String>();
        var mapper = JsonMapper.builder().build();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(mapper.readTree(line).get("text").asText());
            }
        }
        var sentences = all.stream()
                .map(text -> List.of(text.split("(?<=\\.)\\s+")).getLast())
                .toList();
        return new TextsToRead(all, nearest(all, ABSTRACT_WORDS), nearest(sentences, SENTENCE_WORDS));
    }

    /// The ten whose number of words is nearest.
    private static List<String> nearest(List<String> texts, int words) {
        return texts.stream()
                .sorted(Comparator.comparingInt(text -> Math.abs(text.split("\\s+").length - words)))
                .limit(SINGLES)
                .toList();
    }

    /// What `infer.py` is called with, so that a peer reads in the same windows as we do.
    static List<String> peerArguments(String program, Path folder) throws IOException {
        try (var checkpoint = Checkpoint.open(folder)) {
            int window = ModelFolder.window(folder, checkpoint.config());
            var reader = PieceReader.of(checkpoint.tokenizer(), checkpoint.config(), window);
            return List.of(
                    program,
                    folder.toAbsolutePath().toString(),
                    String.valueOf(Compute.exact().threads()),
                    String.valueOf(reader.limit()),
                    String.valueOf(reader.overlap()));
        }
    }
}
