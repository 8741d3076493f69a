package org.biogloss.agreement;

import static org.biogloss.agreement.Judges.once;
import static org.biogloss.agreement.Judges.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.biogloss.document.Mention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// NLTK, in Python, comes to the same figures for the same ratings.
@Tag("slow")
class NltkPeerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random chance = new Random(3);
    private String python = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void havePeer() {
        var named = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(named.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with nltk");
        python = named.get();
    }

    private JsonNode ask(Ratings ratings) throws Exception {
        var rows = new ArrayList<List<String>>();
        for (var document : ratings.byDocument()) {
            for (var rating : document) {
                rows.add(
                        IntStream.of(rating).mapToObj(ratings.categories()::get).toList());
            }
        }
        var file = folder.resolve("ratings.json");
        JSON.writeValue(file.toFile(), rows);
        var process = new ProcessBuilder(python, "src/bench/peers/agreement.py", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "The Python that BIOGLOSS_PYTHON names has no nltk");
        return JSON.readTree(answer);
    }

    private void assertSame(Study study, Ratings ratings) throws Exception {
        var theirs = ask(ratings);
        assertEquals(
                theirs.get("fleiss").asDouble(), value(Kappa.fleiss(ratings).with(once(study))), 1e-9);
        assertEquals(
                theirs.get("alpha").asDouble(), value(NominalAlpha.of(ratings).with(once(study))), 1e-9);
        var pair = study.pair(0, 1);
        var two = ratings.what().equals("word") ? Ratings.ofWords(pair) : Ratings.ofDocuments(pair);
        assertEquals(theirs.get("cohen").asDouble(), value(Kappa.cohen(two).with(once(pair))), 1e-9);
    }

    @Test
    void labelsOfDocuments() throws Exception {
        var documents = new ArrayList<Study.Item>();
        for (int i = 0; i < 300; i++) {
            var truth = chance.nextInt(4);
            var opinions = new ArrayList<Study.Opinion>();
            for (int annotator = 0; annotator < 4; annotator++) {
                var label = "label " + (chance.nextInt(3) == 0 ? chance.nextInt(4) : truth);
                opinions.add(new Study.Opinion(List.of(), List.of(), Set.of(label)));
            }
            documents.add(new Study.Item("d" + i, "text", opinions));
        }
        var study = new Study(List.of("a", "b", "c", "d"), documents, List.of());
        assertSame(study, Ratings.ofDocuments(study));
    }

    @Test
    void wordsOfRealAbstracts() throws Exception {
        var study = study(30);
        assertSame(study, Ratings.ofWords(study));
    }

    /// What BC5CDR says, and two who miss some, call some otherwise and shift some borders.
    private Study study(int documents) throws IOException {
        var file = Path.of(System.getProperty("biogloss.data", "none"))
                .resolve("documents/BC5CDR-documents/test.jsonl.gz");
        assumeTrue(Files.exists(file), "biogloss.data does not hold the shared data");
        var items = new ArrayList<Study.Item>();
        new org.biogloss.format.Importer()
                .read(
                        List.of(file),
                        Optional.empty(),
                        "gold",
                        document -> {
                            if (items.size() >= documents) return;
                            var known = document.mentions().toList();
                            var opinions =
                                    List.of(known, spoilt(known, document.text()), spoilt(known, document.text()))
                                            .stream()
                                            .map(mentions -> new Study.Opinion(mentions, List.of(), Set.of()))
                                            .toList();
                            items.add(new Study.Item(document.id(), document.text(), opinions));
                        },
                        org.biogloss.jobs.JobContext.silent());
        assertTrue(items.size() == documents);
        return new Study(List.of("gold", "one", "two"), items, List.of());
    }

    private List<Mention> spoilt(List<Mention> known, String text) {
        var spoilt = new ArrayList<Mention>();
        for (var mention : known) {
            int luck = chance.nextInt(10);
            if (luck == 0) continue;
            var hull = mention.hull();
            int end = luck == 1 ? Math.min(text.length(), hull.end() + 12) : hull.end();
            spoilt.add(Judges.mention(luck == 2 ? "Other" : mention.type(), hull.start(), end));
        }
        return spoilt;
    }
}
