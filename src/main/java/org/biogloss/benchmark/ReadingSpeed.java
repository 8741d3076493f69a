package org.biogloss.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.Scores;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.examples.TestExamples;

/// How fast a model reads test splits while it is measured on them: in words, because pieces are another thing in each
/// vocabulary.
final class ReadingSpeed {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int WARM_UP = 32;

    private long words;
    private double seconds;
    private String device = "nothing read";

    /// Measures a model with a single head.
    void time(Path model, BlurbSet set, Path test) throws IOException {
        try (var solver = Solver.open(model, Compute.choose(DeviceWish.AUTO))) {
            if (solver.heads().size() != 1) throw new IOException("The model of " + set.id() + " has several heads.");
            time(solver, solver.heads().getFirst(), test);
        }
    }

    /// @return how well the head answered
    Scores time(Solver solver, TaskHead head, Path test) throws IOException {
        var examples = TestExamples.read(head, test, _ -> {});
        device = solver.compute().words();
        solver.solve(head, examples.subList(0, Math.min(WARM_UP, examples.size())), JobContext.silent());
        long start = System.nanoTime();
        var answers = solver.solve(head, examples, JobContext.silent());
        seconds += (System.nanoTime() - start) / 1e9;
        words += words(examples);
        return Solver.compare(head, examples, answers);
    }

    double wordsPerSecond() {
        return seconds == 0 ? 0 : words / seconds;
    }

    String device() {
        return device;
    }

    static long words(List<? extends Example> examples) {
        return examples.stream()
                .mapToLong(example -> switch (example) {
                    case NerExample one -> words(one.text());
                    case RelationExample one -> words(one.masked().orElse(one.text()));
                    case LabelledText one -> words(one.text());
                    case ScoredPair one -> words(one.text()) + words(one.text2());
                    case QuestionExample one -> words(one.question()) + words(one.context());
                })
                .sum();
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }
}
