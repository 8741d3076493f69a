package org.biogloss.training.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.Lesson;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.CostEstimate;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.MemoryUse;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.RunFolder;

/// What a run will cost, before it begins: a few steps measured on the first texts, and the size of the rest
/// by its characters.
final class PretrainingEstimate {

    /// Enough text for a few batches, cut into pieces in a second.
    private static final int SAMPLE_CHARACTERS = 2_000_000;

    private static final int STEPS = 4;

    /// More rows at once change the speed little, and the wait much.
    private static final int MOST_ROWS = 32;

    private static final double SECONDS = 8;

    private final PretrainingRecipe recipe;
    private final DataPlaces places;
    private final RunFolder folder;
    private final Models models;

    PretrainingEstimate(PretrainingRecipe recipe, DataPlaces places, RunFolder folder, Models models) {
        this.recipe = recipe;
        this.places = places;
        this.folder = folder;
        this.models = models;
    }

    /// A sample of a corpus, and how much there is in all.
    private record Measured(List<Texts.Text> sample, long sampled, long characters) {}

    CostEstimate measure(JobContext context) throws IOException {
        var scratch = Files.createTempDirectory(folder.folder(), ".estimate");
        try (var origin = OpenOrigin.open(recipe, models);
                var network = OpenRun.network(recipe, origin, folder)) {
            double pieces = 0;
            var rows = new ArrayList<Rows>();
            var open = new ArrayList<PackedCorpus>();
            for (var corpus : recipe.corpora()) {
                var measured = read(corpus, context);
                var packed = pack(scratch.resolve(corpus.name()), measured, origin.tokenizer(), context);
                open.add(packed);
                pieces += packed.learnt().size() * (double) measured.characters() / Math.max(1, measured.sampled());
                rows.add(new Rows.Packed(
                        packed.learnt(),
                        recipe.schedule().length(),
                        origin.tokenizer().cls(),
                        origin.tokenizer().sep()));
            }
            double speed = speed(network, origin, rows, context);
            open.forEach(PackedCorpus::close);
            return estimate(network, pieces, speed);
        } finally {
            WholeFolder.delete(scratch);
        }
    }

    private Measured read(PretrainingRecipe.Corpus corpus, JobContext context) throws IOException {
        var sample = new ArrayList<Texts.Text>();
        var sums = new long[2];
        try (var texts = Corpora.texts(corpus, places).open()) {
            texts.forEachOrdered(text -> {
                context.checkCancelled();
                if (PackedCorpus.isTooShort(text.text(), recipe.text().leastWords())) return;
                sums[1] += text.text().length();
                if (sums[0] >= SAMPLE_CHARACTERS) return;
                var some = text.text().substring(0, Math.min(text.text().length(), SAMPLE_CHARACTERS));
                sample.add(new Texts.Text(text.id(), some));
                sums[0] += some.length();
            });
        }
        if (sample.isEmpty()) throw new IOException("There is no text in the corpus " + corpus.name() + ".");
        return new Measured(sample, sums[0], sums[1]);
    }

    private static PackedCorpus pack(Path into, Measured measured, Tokenizer tokenizer, JobContext context)
            throws IOException {
        var texts = new Texts() {
            @Override
            public java.util.stream.Stream<Text> open() {
                return measured.sample().stream();
            }

            @Override
            public String name() {
                return "the sample";
            }
        };
        PackedCorpus.pack(into, texts, tokenizer, new PackedCorpus.Rules(0, 0), _ -> {}, context);
        return PackedCorpus.open("sample", into);
    }

    /// Real pieces a second, at a rate that changes next to nothing.
    private double speed(LearningNetwork network, OpenOrigin origin, List<Rows> corpora, JobContext context) {
        var masked = new MaskedRows(withoutPairs(), origin.tokenizer());
        int portion = (recipe.schedule().batchSequences() + recipe.optimizer().accumulate() - 1)
                / recipe.optimizer().accumulate();
        int size = Math.clamp(portion, 1, MOST_ROWS);
        long pieces = 0;
        double seconds = 0;
        for (int step = 0; step <= STEPS && seconds < SECONDS; step++) {
            context.checkCancelled();
            var batch = new ArrayList<MaskedRows.MaskedRow>();
            for (int i = 0; i < size; i++) {
                var rows = corpora.get(i % corpora.size());
                var chance = Chance.of(step, i);
                batch.add(masked.hide(rows.row(chance.nextInt(rows.count()), chance), chance));
            }
            var made = masked.batch(batch);
            var targets = made.targets();
            if (recipe.masking().nextSentence()) {
                targets = new org.biogloss.bert.Targets.Masked(
                        targets.places(), targets.pieces(), java.util.Optional.of(new long[size]));
            }
            var lesson = new Lesson(origin.head(), made.pieces(), targets, List.of());
            long start = System.nanoTime();
            network.learn(List.of(lesson), 1e-12);
            if (step == 0) continue; // warms up
            seconds += (System.nanoTime() - start) / 1e9;
            pieces += made.pieces().pieces();
        }
        return pieces / seconds;
    }

    private PretrainingRecipe.Masking withoutPairs() {
        var asked = recipe.masking();
        return new PretrainingRecipe.Masking(
                asked.unit(), asked.rate(), asked.masked(), asked.random(), asked.heldOutRate(), false);
    }

    private CostEstimate estimate(LearningNetwork network, double pieces, double speed) {
        var schedule = recipe.schedule();
        double framed = pieces * schedule.length() / (schedule.length() - 2);
        double all = schedule.tokens() > 0 ? schedule.tokens() : schedule.epochs() * framed;
        long steps = Math.max(1, Math.round(all / schedule.batchSequences() / schedule.length()));
        double looked = (double) recipe.corpora().size() * recipe.text().heldOutRows() * schedule.length();
        double look = looked / (3 * speed); // no way back
        long looks = schedule.evaluateEvery() > 0 ? steps / schedule.evaluateEvery() + 1 : Pretraining.LOOKS;
        double operations = all
                * PretrainingCost.flopsPerToken(
                        network.config(), recipe.masking().rate(), schedule.length());
        var compute = network.compute();
        return new CostEstimate(
                steps,
                (int) Math.ceil(all / framed),
                framed / speed,
                look,
                all / speed + looks * look,
                MemoryUse.mostMB(),
                speed,
                compute.kind() + " " + compute.precision().name().toLowerCase(Locale.ROOT),
                operations);
    }
}
