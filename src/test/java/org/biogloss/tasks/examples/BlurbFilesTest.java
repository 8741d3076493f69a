package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files that BLURB's own preprocessing writes, by hand and small.
class BlurbFilesTest {

    @TempDir
    Path folder;

    private final List<ExampleFile.Rejection> rejected = new ArrayList<>();

    private List<Example> read(TaskKind kind, String name, String lines, String... types) throws IOException {
        var file = Files.writeString(folder.resolve(name), lines);
        return ExampleFile.read(kind, file, List.of(types), rejected::add);
    }

    private List<String> told() {
        return rejected.stream()
                .map(r -> r.toString().replaceFirst(".*, line", "line"))
                .toList();
    }

    @Test
    void bareTagsMeanTheTypeThatIsAskedFor() throws IOException {
        var lines = "-DOCSTART-\tO\n\nLoss\tO\nof\tO\ncolon\tB\ncancer\tI\n\n\np53\tB\n";
        assertEquals(
                List.of(
                        new NerExample("0", "Loss of colon cancer", List.of(TypedSpan.of(8, 20, "Disease"))),
                        new NerExample("1", "p53", List.of(TypedSpan.of(0, 3, "Disease")))),
                read(TaskKind.NER, "train.tsv", lines, "Disease"));
        var unasked = (NerExample) read(TaskKind.NER, "train.tsv", lines).getFirst();
        assertEquals("Entity", unasked.mentions().getFirst().type());
    }

    @Test
    void aWordOfATrialNeedsNoBegin() throws IOException {
        var example = (NerExample) read(TaskKind.PICO, "dev.tsv", "adults\tI-PAR\ngot\tO\nit\tI-INT\nfast\tI-OUT\n")
                .getFirst();
        assertEquals(
                List.of(TypedSpan.of(0, 6, "PAR"), TypedSpan.of(11, 13, "INT"), TypedSpan.of(14, 18, "OUT")),
                example.mentions());
    }

    @Test
    void aSentenceWithAWordAndNoTagIsLeftOutWhole() throws IOException {
        var examples = read(TaskKind.NER, "t.tsv", "a\tO\nb\n\nc\tO\n");
        assertEquals(List.of(new NerExample("1", "c", List.of())), examples);
        assertEquals(List.of("line 2: it has a word and no tag; its sentence is left out"), told());
    }

    @Test
    void relationsAreMaskedSentences() throws IOException {
        var examples = read(
                TaskKind.RELATION,
                "test.tsv",
                "index\tsentence\tlabel\n0\tthe @GENE$ in @DISEASE$ \t1\nno tabs here\n7\tno @GENE$ at all\t0\n");
        assertEquals(
                List.of(
                        new RelationExample(
                                "0",
                                "the @GENE$ in @DISEASE$ ",
                                Optional.of("the @GENE$ in @DISEASE$ "),
                                Optional.empty(),
                                Optional.empty(),
                                "1"),
                        new RelationExample(
                                "7",
                                "no @GENE$ at all",
                                Optional.of("no @GENE$ at all"),
                                Optional.empty(),
                                Optional.empty(),
                                "0")),
                examples);
        assertEquals(List.of("line 3: it has 1 columns; there should be 2, and perhaps an id before them"), told());
    }

    @Test
    void pairsHaveAHeaderOrNone() throws IOException {
        var pair = new ScoredPair("3", "one", "two", 2.4);
        assertEquals(
                List.of(pair),
                read(TaskKind.SIMILARITY, "a.tsv", "index\tsentence1\tsentence2\tscore\n3\tone\ttwo\t2.4\n"));
        assertEquals(List.of(pair), read(TaskKind.SIMILARITY, "b.tsv", "3\tone\ttwo\t2.4\n"));
        assertEquals(
                List.of(pair),
                read(
                        TaskKind.SIMILARITY,
                        "c.json",
                        "{\"sentence1\": \"one\", \"sentence2\": \"two\", \"label\": 2.4, \"id\": \"3\"}\n"));
    }

    @Test
    void sentencesOfOneAbstractBecomeOneText() throws IOException {
        var none = "0_0,1_0,2_0,3_0,4_0,5_0,6_0,7_0,8_0,9_0";
        var examples = read(
                TaskKind.CLASSIFICATION,
                "train.tsv",
                "labels\tsentence\tindex\n" + none.replace("1_0", "1_1") + "\tFirst .\t12_s0\n"
                        + none.replace("9_0", "9_1").replace("1_0", "1_1") + "\tSecond .\t12_s1\n" + none
                        + "\tAlone .\t9_s0\nyes\tx\t9_s1\n");
        assertEquals(
                List.of(
                        new LabelledText(
                                "12",
                                "First . Second .",
                                List.of("avoiding immune destruction", "tumor promoting inflammation")),
                        new LabelledText("9", "Alone .", List.of())),
                examples);
        assertEquals(List.of("line 5: its labels are not written as 0_0,1_1,…,9_0: yes"), told());
    }

    @Test
    void questionsComeAsRowsAsLinesAndAsPubMedQaGivesThemOut() throws IOException {
        var expected = List.<Example>of(new QuestionExample("17", "Is it?", List.of("It is."), "yes"));
        assertEquals(expected, read(TaskKind.QUESTION, "a.tsv", "17\tIs it?\tIt is.\tyes\n"));
        assertEquals(
                expected,
                read(
                        TaskKind.QUESTION,
                        "b.json",
                        "{\"id\": \"17\", \"sentence1\": \"Is it?\", \"sentence2\": \"It is.\", \"label\": \"yes\"}\n"));
        assertEquals(expected, read(TaskKind.QUESTION, "test_set.json", """
                {
                  "17": {
                    "QUESTION": "Is it?",
                    "CONTEXTS": ["It is."],
                    "final_decision": "yes"
                  }
                }
                """));
    }
}
