package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.Answer;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.Scheme;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.Tag;
import org.biogloss.tasks.TagCodec;
import org.biogloss.tasks.TagLabels;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// spaCy, scikit-learn and scipy, in Python, come to the same scores for the same answers.
///
/// The mentions are a model's; other answers are the known ones of the real sets, some of them spoilt by a seed.
@org.junit.jupiter.api.Tag("slow")
class ScoresPeerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data = Path.of(System.getProperty("biogloss.data", "none"));

    private final Random chance = new Random(11);

    private String python = "";

    @TempDir
    Path folder;

    @BeforeEach
    void havePeersAndData() {
        var named = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(named.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with spaCy and scikit-learn");
        assumeTrue(Files.exists(data), "biogloss.data does not hold the shared data");
        python = named.get();
    }

    @Test
    void mentionsThatAModelFinds() throws Exception {
        var model = Path.of("models/bc5cdr-chemical-disease");
        assumeTrue(Files.exists(model.resolve("model.safetensors")), "The model BioGloss comes with is not here");
        var examples = read(TaskKind.NER, "documents/BC5CDR-documents", "test").subList(0, 60);
        try (var solver = Solver.open(model, Compute.choose(DeviceWish.CPU))) {
            var head = solver.heads().getFirst();
            assertSame(head, examples, solver.solve(head, examples, JobContext.silent()));
        }
    }

    @ParameterizedTest
    @CsvSource({"NCBI-disease, NER", "JNLPBA, NER", "EBM-PICO, PICO"})
    void mentions(String set, TaskKind kind) throws Exception {
        var examples = read(kind, "blurb/" + set, "test");
        var types = new TreeSet<String>();
        for (var example : examples) ((NerExample) example).mentions().forEach(mention -> types.add(mention.type()));
        var labels = TagLabels.ofTypes(Scheme.BIO, List.copyOf(types)).names();
        var answers = new ArrayList<Answer>();
        for (var example : examples) answers.add(spoilt((NerExample) example, List.copyOf(types)));
        assertSame(new TaskHead("", TaskForm.usual(kind), labels, 1), examples, answers);
    }

    /// Some are missed, some get another end or type.
    private Answer spoilt(NerExample example, List<String> types) {
        var found = new ArrayList<TagCodec.Found>();
        for (var mention : example.mentions()) {
            if (chance.nextInt(5) == 0) continue;
            var type = chance.nextInt(6) == 0 ? types.get(chance.nextInt(types.size())) : mention.type();
            int space = example.text().indexOf(' ', mention.span().start());
            boolean cut = space > 0 && space < mention.span().end() && chance.nextInt(5) == 0;
            var span = cut ? new Span(mention.span().start(), space) : mention.span();
            found.add(new TagCodec.Found(span, type, 1));
        }
        return new Answer.Mentions(found);
    }

    @ParameterizedTest
    @CsvSource({"ChemProt, false", "DDI, DDI-false", "GAD, 0"})
    void relations(String set, String negative) throws Exception {
        var examples = read(TaskKind.RELATION, "blurb/" + set, "test");
        var known =
                examples.stream().map(pair -> ((RelationExample) pair).label()).toList();
        var form = TaskForm.usual(TaskKind.RELATION).withNegative(negative);
        assertSame(new TaskHead("", form, classes(known), 1), examples, choices(known));
    }

    @ParameterizedTest
    @CsvSource({"PubMedQA", "BioASQ"})
    void answersToQuestions(String set) throws Exception {
        var examples = read(TaskKind.QUESTION, "blurb/" + set, "test");
        var known = examples.stream()
                .map(asked -> ((QuestionExample) asked).label())
                .toList();
        assertSame(new TaskHead("", TaskForm.usual(TaskKind.QUESTION), classes(known), 1), examples, choices(known));
    }

    private List<Answer> choices(List<String> known) {
        var classes = classes(known);
        var answers = new ArrayList<Answer>();
        for (var label : known) {
            var said = chance.nextInt(4) == 0 ? classes.get(chance.nextInt(classes.size())) : label;
            answers.add(new Answer.Choice(
                    said,
                    1,
                    classes.stream().map(name -> name.equals(said) ? 1.0 : 0.0).toList()));
        }
        return answers;
    }

    private static List<String> classes(List<String> known) {
        return List.copyOf(new TreeSet<>(known));
    }

    @Test
    void labelsOfTexts() throws Exception {
        var examples = read(TaskKind.CLASSIFICATION, "blurb/HoC", "test");
        var answers = new ArrayList<Answer>();
        for (var example : examples) {
            var labels = HallmarkSentences.HALLMARKS.stream()
                    .filter(label -> ((LabelledText) example).labels().contains(label) != (chance.nextInt(8) == 0))
                    .toList();
            answers.add(new Answer.Labels(labels, List.of()));
        }
        var form = TaskForm.usual(TaskKind.CLASSIFICATION);
        assertSame(new TaskHead("", form, HallmarkSentences.HALLMARKS, 1), examples, answers);
    }

    @Test
    void similarities() throws Exception {
        var examples = read(TaskKind.SIMILARITY, "blurb/BIOSSES", "train");
        var answers = new ArrayList<Answer>();
        for (var example : examples) {
            double said = ((ScoredPair) example).score() + chance.nextGaussian();
            answers.add(new Answer.Value(chance.nextBoolean() ? Math.rint(said) : said)); // some of them the same
        }
        var form = TaskForm.usual(TaskKind.SIMILARITY);
        assertSame(TaskHead.of("", form, examples, List.of()), examples, answers);
    }

    /// Any tags, consistent or not; of BIOUL, those that a codec writes, as spaCy repairs others in its own way.
    @ParameterizedTest
    @EnumSource(Scheme.class)
    void mentionsThatTagsTellOf(Scheme scheme) throws Exception {
        var names = TagLabels.ofTypes(scheme, List.of("A", "B")).names();
        var ours = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (int round = 0; round < 2000; round++) {
            var tags = scheme == Scheme.BIOUL
                    ? consistent()
                    : IntStream.range(0, 1 + chance.nextInt(12))
                            .mapToObj(_ -> names.get(chance.nextInt(names.size())))
                            .toList();
            lines.add(JSON.writeValueAsString(tags));
            var runs = Tag.runs(tags.stream().map(Tag::of).toList());
            ours.add(runs.stream()
                    .map(run -> "[%d, %d, \"%s\"]".formatted(run.from(), run.to(), run.type()))
                    .toList()
                    .toString());
        }
        var file = Files.write(folder.resolve("tags.jsonl"), lines);
        assertEquals(ours, Files.readAllLines(peer("read_tags.py", file.toString())));
    }

    private List<String> consistent() {
        var tags = new ArrayList<String>();
        for (int mention = 1 + chance.nextInt(4); mention > 0; mention--) {
            var type = chance.nextBoolean() ? "A" : "B";
            int words = chance.nextInt(4);
            if (words == 1) tags.add("U-" + type);
            for (int word = 0; word < words && words > 1; word++) {
                tags.add((word == 0 ? "B-" : word == words - 1 ? "L-" : "I-") + type);
            }
            if (words == 0) tags.add("O");
        }
        return tags;
    }

    private List<Example> read(TaskKind kind, String set, String split) throws IOException {
        var file = data.resolve(set).resolve(split + ".jsonl.gz");
        return ExampleFile.read(kind, file, List.of(), _ -> {});
    }

    private void assertSame(TaskHead head, List<Example> examples, List<Answer> answers) throws Exception {
        var file = folder.resolve("answers.jsonl");
        PredictionFile.write(file, examples, answers);
        var words = new ArrayList<>(List.of(head.form().kind().id(), file.toString()));
        head.form().negative().ifPresent(words::add);
        var theirs = new TreeMap<String, Double>();
        for (var score : JSON.readTree(
                        peer("score_answers.py", words.toArray(String[]::new)).toFile())
                .properties()) {
            theirs.put(score.getKey(), score.getValue().asDouble());
        }
        var ours = Solver.compare(head, examples, answers);
        assertEquals(theirs.keySet(), new TreeSet<>(ours.values().keySet()));
        theirs.forEach((name, score) -> assertEquals(score, ours.value(name), 1e-9, name));
    }

    private Path peer(String script, String... words) throws Exception {
        var out = folder.resolve("out");
        var trouble = folder.resolve("trouble");
        var command = new ArrayList<>(List.of(python, "src/bench/peers/" + script));
        command.addAll(List.of(words));
        var peer = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(trouble.toFile())
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(trouble));
        return out;
    }
}
