package org.biogloss.training.pretraining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.LearningSettings;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.RunEvents;
import org.biogloss.training.RunFolder;

/// All that a recipe asks for, opened and ready to learn.
///
/// @param cuts    what is learnt from, in rows of one length or of two
/// @param heldOut by corpus
record OpenRun(
        PretrainingRecipe recipe,
        OpenOrigin origin,
        Corpora corpora,
        List<Showing.Cut> cuts,
        List<Rows> heldOut,
        Showing showing,
        LearningNetwork network)
        implements AutoCloseable {

    /// @param folder of the run: one that goes on computes in the numbers in which it began
    static OpenRun open(
            PretrainingRecipe recipe,
            DataPlaces places,
            RunFolder folder,
            Models models,
            RunEvents events,
            Consumer<String> leftOut,
            JobContext context)
            throws IOException {
        var open = new ArrayList<AutoCloseable>();
        try {
            var origin = OpenOrigin.open(recipe, models);
            open.add(origin);
            var corpora = Corpora.open(recipe, places, folder, origin.tokenizer(), events, leftOut, context);
            open.add(corpora);
            var cuts = cuts(recipe, corpora, origin.tokenizer());
            var shares = recipe.corpora().stream()
                    .map(PretrainingRecipe.Corpus::share)
                    .toList();
            var showing = new Showing(cuts, shares, recipe.text().order(), recipe.schedule(), recipe.seed());
            var heldOut = corpora.heldOut(recipe, recipe.schedule().length(), origin.tokenizer());
            var network = network(recipe, origin, folder);
            return new OpenRun(recipe, origin, corpora, cuts, heldOut, showing, network);
        } catch (IOException | RuntimeException e) {
            close(open);
            throw e;
        }
    }

    private static List<Showing.Cut> cuts(PretrainingRecipe recipe, Corpora corpora, Tokenizer tokenizer) {
        var schedule = recipe.schedule();
        var cuts = new ArrayList<Showing.Cut>();
        int length = schedule.length();
        cuts.add(new Showing.Cut(length, schedule.batchSequences(), corpora.learnt(recipe, length, tokenizer)));
        int last = schedule.lastLength();
        if (last > 0 && schedule.lastShare() > 0) {
            int batch = Math.max(1, schedule.batchSequences() * length / last);
            cuts.add(new Showing.Cut(last, batch, corpora.learnt(recipe, last, tokenizer)));
        }
        return cuts;
    }

    static LearningNetwork network(PretrainingRecipe recipe, OpenOrigin origin, RunFolder folder) throws IOException {
        var optimizer = recipe.optimizer();
        var settings = new LearningSettings(
                optimizer.dropout(),
                0,
                optimizer.ofNetwork(),
                optimizer.frozenLayers(),
                optimizer.layerDecay(),
                optimizer.freshTopLayers(),
                recipe.seed());
        var compute = recipe.compute().choose(folder.precisionSoFar());
        try {
            return LearningNetwork.open(origin.config(), List.of(origin.head()), origin.weights(), compute, settings);
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot pretrain by this recipe: " + e.getMessage(), e);
        }
    }

    Tokenizer tokenizer() {
        return origin.tokenizer();
    }

    /// The most pieces of a row that the network meets.
    int longest() {
        return cuts.stream().mapToInt(Showing.Cut::length).max().orElseThrow();
    }

    @Override
    public void close() {
        close(List.of(origin, corpora, network));
    }

    private static void close(List<? extends AutoCloseable> open) {
        for (var one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("Cannot let go of " + one, e);
            }
        }
    }
}
