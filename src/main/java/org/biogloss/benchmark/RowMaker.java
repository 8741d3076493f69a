package org.biogloss.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.biogloss.benchmark.LocalRow.Measured;
import org.biogloss.benchmark.LocalRow.Way;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.TaskHead;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.Recipe;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunSummary;
import org.biogloss.training.SeededRuns;

/// Measures a model on BLURB's sets and makes a row of it. Done before is not done again: a row grows set by set, and
/// runs that were broken off go on.
///
/// A bare encoder is fine-tuned for each set by the set's committed recipe, with this encoder as the base. A model with
/// heads reads the test splits as it is; the head of a set bears the set's name, as in `ncbi-disease`.
public final class RowMaker {

    /// What is to be measured.
    ///
    /// @param model    an id or a folder
    /// @param seeds    how many runs for each set, where there is something to train
    /// @param fineTune train even what has heads of its own
    /// @param limit    at most so many examples to learn from, to see that all works
    public record Wish(String model, List<BlurbSet> sets, int seeds, boolean fineTune, Optional<Integer> limit) {

        public Wish {
            sets = List.copyOf(sets);
            if (sets.isEmpty()) throw new IllegalArgumentException("No set to measure");
            if (seeds < 1 || seeds > 100) throw new IllegalArgumentException("1 to 100 seeds, not " + seeds);
        }
    }

    /// Told what is being done.
    public interface Telling {

        void say(String words);

        /// The line to the outside of a run.
        JobContext watch(RunFolder run);
    }

    private final Models models;
    private final Path recipes;
    private final Path runs;
    private final LocalRows rows;
    private final Telling telling;

    /// @param recipes the folder with a recipe for each set
    /// @param runs    holds the runs, a folder each model and set
    public RowMaker(Models models, Path recipes, Path runs, LocalRows rows, Telling telling) {
        this.models = models;
        this.recipes = recipes;
        this.runs = runs.toAbsolutePath().normalize();
        this.rows = rows;
        this.telling = telling;
    }

    /// @return the row as it stands now, with what was measured before
    public LocalRow make(Wish wish) throws Exception {
        var card = models.require(wish.model());
        return wish.fineTune() || card.tasks().isEmpty() ? fineTune(card, wish) : readAsItIs(card, wish.sets());
    }

    private LocalRow fineTune(ModelCard base, Wish wish) throws Exception {
        // A try must never stand in the place of what took hours.
        var id = base.id() + "-fine-tuned"
                + wish.limit().map(limit -> "-on-" + limit).orElse("");
        var name = base.name() + ", fine-tuned"
                + wish.limit().map(limit -> " on " + limit).orElse("");
        var row = rows.find(id);
        for (var set : wish.sets()) {
            telling.say(set.id() + ": " + base.name());
            var recipe = recipe(set, base, wish);
            var folder = new RunFolder(runs.resolve(id).resolve(set.recipe()));
            var summary = train(recipe, folder);
            var speed = new ReadingSpeed();
            var measured = measured(set, summary, wish);
            speed.time(new RunFolder(summary.seeds().getFirst().folder()).best(), set, testFile(set));
            row = Optional.of(rows.add(row(id, name, base, Way.FINE_TUNED, speed, Map.of(set.id(), measured))));
        }
        return row.orElseThrow();
    }

    private Recipe recipe(BlurbSet set, ModelCard base, Wish wish) throws IOException {
        var seeds = LongStream.rangeClosed(1, wish.seeds()).boxed().toList();
        var recipe = RecipeFile.read(file(set))
                .withBase(base.isEmbedded() ? base.id() : base.folder().toString())
                .withSeeds(seeds);
        if (wish.limit().isEmpty()) return recipe;
        int limit = wish.limit().get();
        return recipe.with(recipe.data().withLimits(limit, limit));
    }

    private RunSummary train(Recipe recipe, RunFolder folder) throws Exception {
        var places = DataPlaces.besides(recipes.resolve("any.toml"));
        // Beside those that more seeds would be, so that they can be added later.
        boolean one = recipe.seeds().size() == 1;
        var place = one ? folder.ofSeed(recipe.seeds().getFirst()) : folder;
        var seeded = new SeededRuns(recipe, places, place, models, left -> telling.say("left out: " + left));
        var summary = seeded.run(true, telling::watch);
        if (summary.finished().size() < recipe.seeds().size()) {
            throw new IOException("The runs in " + folder.folder()
                    + " have not come to their end. Give the same command again to go on.");
        }
        return summary;
    }

    private static Measured measured(BlurbSet set, RunSummary summary, Wish wish) throws IOException {
        var remark = new ArrayList<String>();
        set.caveat().ifPresent(remark::add);
        wish.limit().ifPresent(limit -> remark.add("Learnt from " + limit + " examples only."));
        return new Measured(
                summary.finished().stream().map(RunSummary.OfSeed::seed).toList(),
                scores(summary, "dev." + set.metric()),
                scores(summary, "test." + set.metric()),
                set.recipe() + ".toml",
                String.join(" ", remark));
    }

    private static List<Double> scores(RunSummary summary, String name) throws IOException {
        var scores = new ArrayList<Double>();
        for (var seed : summary.finished()) {
            var score = seed.scores().get(name);
            if (score == null) {
                throw new IOException("The run in " + seed.folder() + " has no score " + name
                        + ": its recipe measures something else. Correct the recipe, or delete the run.");
            }
            scores.add(score);
        }
        return scores;
    }

    private LocalRow readAsItIs(ModelCard card, List<BlurbSet> sets) throws IOException {
        var measured = new LinkedHashMap<String, Measured>();
        var speed = new ReadingSpeed();
        try (var solver = Solver.open(card.folder(), Compute.choose(DeviceWish.AUTO))) {
            for (var set : sets) {
                telling.say(set.id() + ": " + card.name());
                double score = speed.time(solver, head(solver, card, set), testFile(set))
                        .value(set.metric());
                measured.put(
                        set.id(),
                        new Measured(
                                List.of(),
                                List.of(),
                                List.of(score),
                                "",
                                set.caveat().orElse("")));
            }
        }
        return rows.add(row(card.id(), card.name(), card, Way.AS_IT_IS, speed, measured));
    }

    private static TaskHead head(Solver solver, ModelCard card, BlurbSet set) throws IOException {
        var heads = solver.heads();
        for (var head : heads) {
            boolean only = heads.size() == 1 && card.id().equals(set.recipe());
            if (head.name().equals(set.recipe()) || only) return head;
        }
        throw new IOException("Cannot measure " + card.id() + " on " + set.id() + ": it has no head called "
                + set.recipe() + ". Leave the set out with --sets, or give --fine-tune to train one.");
    }

    private Path testFile(BlurbSet set) throws IOException {
        var recipe = RecipeFile.read(file(set));
        var test = recipe.data()
                .test()
                .orElseThrow(() -> new IOException("The recipe " + file(set) + " names no test split."));
        return DataPlaces.besides(file(set)).find(test);
    }

    private Path file(BlurbSet set) {
        return recipes.resolve(set.recipe() + ".toml");
    }

    private static LocalRow row(
            String id, String name, ModelCard card, Way way, ReadingSpeed speed, Map<String, Measured> sets) {
        return new LocalRow(
                id,
                name,
                card.id(),
                way,
                LocalDate.now().toString(),
                Runtime.getRuntime().availableProcessors() + " processors, " + speed.device(),
                card.parameters(),
                speed.wordsPerSecond(),
                sets);
    }
}
