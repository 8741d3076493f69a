package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.biogloss.document.Span;
import org.biogloss.tasks.Answer;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TagCodec;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionFileTest {

    @TempDir
    Path folder;

    static Stream<Arguments> examples() {
        var yes = new Answer.Choice("yes", 0.75, List.of(0.25, 0.75));
        return Stream.of(
                Arguments.of(
                        TaskKind.NER,
                        new NerExample("1", "𝛼 p53", List.of(TypedSpan.of(3, 6, "Gene"))),
                        new Answer.Mentions(List.of(new TagCodec.Found(new Span(3, 6), "Gene", 0.5)))),
                Arguments.of(
                        TaskKind.RELATION,
                        new RelationExample(
                                "2",
                                "𝛼 in p53",
                                Optional.of("@A$ in @G$"),
                                Optional.of(TypedSpan.of(0, 2, "A")),
                                Optional.of(TypedSpan.of(6, 9, "G")),
                                "up"),
                        yes),
                Arguments.of(
                        TaskKind.RELATION,
                        new RelationExample("2", "@A$", Optional.of("@A$"), Optional.empty(), Optional.empty(), "0"),
                        yes),
                Arguments.of(
                        TaskKind.CLASSIFICATION,
                        new LabelledText("3", "t", List.of()),
                        new Answer.Labels(List.of("x"), List.of(0.9))),
                Arguments.of(TaskKind.SIMILARITY, new ScoredPair("4", "a", "b", 2.4), new Answer.Value(1.5)),
                Arguments.of(TaskKind.QUESTION, new QuestionExample("5", "q?", List.of("c"), "no"), yes));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadBackAsItWas(TaskKind kind, Example example, Answer answer) throws IOException {
        var file = folder.resolve("predictions.jsonl");
        PredictionFile.write(file, List.of(example), List.of(answer));
        var read = ExampleFile.read(kind, file, List.of(), rejection -> {
            throw new AssertionError(rejection.toString());
        });
        assertEquals(List.of(example), read);
    }

    @Test
    void answersCountCodePointsToo() throws IOException {
        var file = folder.resolve("predictions.jsonl");
        var ner = examples().findFirst().orElseThrow().get();
        PredictionFile.write(file, List.of((Example) ner[1]), List.of((Answer) ner[2]));
        assertEquals(
                "{\"id\":\"1\",\"text\":\"𝛼 p53\",\"entities\":[{\"start\":2,\"end\":5,\"type\":\"Gene\"}],"
                        + "\"predicted\":[{\"start\":2,\"end\":5,\"type\":\"Gene\",\"confidence\":0.5}]}\n",
                Files.readString(file));
    }

    @Test
    void asManyAnswersAsExamples() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PredictionFile.write(
                        folder.resolve("p.jsonl"), List.of(new LabelledText("1", "t", List.of())), List.of()));
    }
}
