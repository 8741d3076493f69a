package org.biogloss.training.pretraining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Guessed;
import org.biogloss.bert.Head;
import org.biogloss.bert.Lesson;
import org.biogloss.bert.Memory;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Scores;
import org.biogloss.training.NotANumberException;
import org.biogloss.training.RunEvents;
import org.biogloss.training.RunWork;
import org.biogloss.training.TrainingLoop;

/// What pretraining adds to a run: rows with hidden pieces, looks at held-out text, the newest state kept as
/// a base for fine-tuning.
final class PretrainingWork implements RunWork<Showing.RowAt> {

    /// The score that a run is judged by.
    static final String ACCURACY = "accuracy";

    static final String PERPLEXITY = "perplexity";

    private static final int ROWS_AT_ONCE = 16;

    private static final int SAMPLES = 4;

    /// Above it, a perplexity is no number.
    private static final double GREATEST_LOSS = 700;

    private final OpenRun open;
    private final MaskedRows masked;
    private final MaskedRows heldOutMasked;
    private final MaskedSamples samples;
    private final long seed;

    PretrainingWork(OpenRun open) {
        this.open = open;
        var recipe = open.recipe();
        seed = recipe.seed();
        masked = new MaskedRows(recipe.masking(), open.tokenizer());
        heldOutMasked = new MaskedRows(recipe.masking().heldOut(), open.tokenizer());
        samples = new MaskedSamples(open.corpora().all(), open.tokenizer(), SAMPLES, 1);
    }

    @Override
    public TrainingLoop.Lesson learn(List<List<Showing.RowAt>> portions, double rate) {
        var lessons = new ArrayList<Lesson>();
        long pieces = 0;
        for (var rows : portions) {
            var lesson = lesson(masked, rows.stream().map(this::hidden).toList());
            lessons.add(lesson);
            pieces += lesson.batch().pieces();
        }
        var step = open.network().learn(lessons, rate);
        return new TrainingLoop.Lesson(step.loss(), step.norm(), pieces);
    }

    private MaskedRows.MaskedRow hidden(Showing.RowAt at) {
        var chance = Chance.of(seed, at.cut(), at.corpus(), at.pass(), at.row());
        var rows = open.cuts().get(at.cut()).corpora().get(at.corpus());
        return masked.hide(rows.row(at.row(), chance), chance);
    }

    private Lesson lesson(MaskedRows how, List<MaskedRows.MaskedRow> rows) {
        var batch = how.batch(rows);
        return new Lesson(head(), batch.pieces(), batch.targets(), List.of());
    }

    private Head head() {
        return open.network().heads().getFirst();
    }

    @Override
    public int length(Showing.RowAt row) {
        return open.cuts().get(row.cut()).length();
    }

    @Override
    public Compute compute() {
        return open.network().compute();
    }

    @Override
    public Memory memory() {
        return open.network().memory();
    }

    @Override
    public void saveState(Path file) throws IOException {
        open.network().saveState(file);
    }

    @Override
    public void loadState(Path file) throws IOException {
        open.network().loadState(file);
    }

    @Override
    public Look look(long step, RunEvents events, JobContext context) throws IOException {
        var all = Guessed.NOTHING;
        var values = new LinkedHashMap<String, Double>();
        var corpora = open.corpora().all();
        for (int i = 0; i < corpora.size(); i++) {
            var one = read(open.heldOut().get(i), context);
            if (corpora.size() > 1) put(corpora.get(i).name() + ".", one, values);
            all = all.and(one);
        }
        put("", all, values);
        var inOrder = new LinkedHashMap<String, Double>();
        values.forEach((name, value) -> {
            if (!name.contains(".")) inOrder.put(name, value);
        });
        inOrder.putAll(values);
        try (var now = open.network().now()) {
            events.guessed(samples.guess(step, now, head()));
        }
        return new Look(new Scores(ACCURACY, inOrder), loss(all));
    }

    private static void put(String corpus, Guessed of, LinkedHashMap<String, Double> values) {
        values.put(corpus + ACCURACY, (double) of.right() / of.masked());
        values.put(corpus + PERPLEXITY, Math.exp(Math.min(GREATEST_LOSS, loss(of))));
        if (of.rows() > 0) values.put(corpus + "nextSentence", (double) of.nextRight() / of.rows());
    }

    private static double loss(Guessed of) {
        return of.loss() / of.masked();
    }

    /// Held-out rows are the same at each look, and so is what is hidden in them.
    private Guessed read(Rows rows, JobContext context) {
        int count = Math.min(rows.count(), open.recipe().text().heldOutRows());
        var sum = Guessed.NOTHING;
        for (int from = 0; from < count; from += ROWS_AT_ONCE) {
            context.checkCancelled();
            var batch = new ArrayList<MaskedRows.MaskedRow>();
            for (int i = from; i < Math.min(count, from + ROWS_AT_ONCE); i++) {
                int number = (int) ((long) rows.count() * i / count);
                var chance = Chance.of(number);
                batch.add(heldOutMasked.hide(rows.row(number, chance), chance));
            }
            sum = sum.and(open.network().guess(lesson(heldOutMasked, batch)));
        }
        return sum;
    }

    /// The newest: the rate has fallen since the one before, and a base is not chosen by its guesses.
    @Override
    public boolean isKept(boolean isBetter) {
        return true;
    }

    @Override
    public void keep(Path folder, Scores scores) throws IOException {
        PretrainedFolder.write(folder, open, scores);
    }

    @Override
    public ModelCard finish(Path kept, JobContext context) throws IOException {
        return Models.open(kept);
    }

    @Override
    public void writeStopped(Path file, NotANumberException stop, List<Showing.RowAt> rows) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.createObjectNode();
        json.put("step", stop.step()).put("epoch", stop.epoch()).put("rate", stop.rate());
        json.put("loss", String.valueOf(stop.lesson().loss()));
        json.put("gradNorm", String.valueOf(stop.lesson().gradientNorm()));
        var list = json.putArray("rows");
        for (var at : rows) {
            var row = hidden(at);
            var one = list.addObject();
            one.put("corpus", open.corpora().all().get(at.corpus()).name())
                    .put("row", at.row())
                    .put("pass", at.pass());
            one.set("ids", mapper.valueToTree(row.ids()));
            one.set("places", mapper.valueToTree(row.places()));
            one.set("pieces", mapper.valueToTree(row.pieces()));
        }
        WholeFolder.writeFile(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    @Override
    public RunEvents.Started started(long step, long total) {
        var compute = compute();
        return new RunEvents.Started(
                step,
                total,
                open.showing().epochs(),
                open.cuts().getFirst().rows(),
                open.heldOut().stream().mapToLong(Rows::count).sum(),
                open.network().size(),
                compute.kind().name(),
                compute.precision().name().toLowerCase(Locale.ROOT),
                seed,
                ProcessHandle.current().pid(),
                0);
    }
}
