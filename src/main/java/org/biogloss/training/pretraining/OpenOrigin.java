package org.biogloss.training.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.FreshWeights;
import org.biogloss.bert.Head;
import org.biogloss.bert.WeightSource;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.PretrainingRecipe.Size;

/// The network that a run starts from, opened but not yet loaded.
///
/// @param base the id of the model it is taken from; empty for a new one
/// @param held what stays open as long as the weights are read
record OpenOrigin(
        BertConfig config, Tokenizer tokenizer, Head head, WeightSource weights, String base, List<AutoCloseable> held)
        implements AutoCloseable {

    /// @throws IOException with words, if what the recipe names is missing or does not fit together
    static OpenOrigin open(PretrainingRecipe recipe, Models models) throws IOException {
        var held = new ArrayList<AutoCloseable>();
        try {
            return open(recipe, models, held);
        } catch (IllegalArgumentException | IllegalStateException e) {
            close(held);
            throw new IOException("Cannot start from " + start(recipe) + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            close(held);
            throw e;
        }
    }

    private static OpenOrigin open(PretrainingRecipe recipe, Models models, List<AutoCloseable> held)
            throws IOException {
        var origin = switch (recipe.model().origin()) {
            case Origin.Scratch(var vocabulary, var size) ->
                fresh(recipe, size, tokenizer(vocabulary, models, held), held);
            case Origin.Going(var base) -> going(recipe, models.require(base), held);
            case Origin.NewVocabulary(var base, var vocabulary) -> {
                var old = checkpoint(models.require(base), held);
                var resized = old.withVocabulary(tokenizer(vocabulary, models, held));
                yield goingOn(recipe, resized, models.require(base).id(), held);
            }
        };
        int longest = Math.max(recipe.schedule().length(), recipe.schedule().lastLength());
        if (longest > origin.config().longest()) {
            throw new IOException("Cannot show rows of " + longest + " pieces: the network has positions for only "
                    + origin.config().longest() + ". Lower schedule.length.");
        }
        return origin;
    }

    private static OpenOrigin fresh(
            PretrainingRecipe recipe, Size size, Tokenizer tokenizer, List<AutoCloseable> held) {
        var config = BertConfig.sized(
                        size.layers(),
                        size.width(),
                        size.heads(),
                        size.intermediate(),
                        tokenizer.vocabularySize(),
                        size.positions())
                .withPad(tokenizer.pad());
        var head = head(recipe, config);
        var weights = FreshWeights.all(config, List.of(head), recipe.seed());
        return new OpenOrigin(config, tokenizer, head, weights, "", held);
    }

    private static OpenOrigin going(PretrainingRecipe recipe, ModelCard card, List<AutoCloseable> held)
            throws IOException {
        return goingOn(recipe, checkpoint(card, held), card.id(), held);
    }

    /// A model that was saved with its head for masked pieces goes on with it.
    private static OpenOrigin goingOn(
            PretrainingRecipe recipe, Checkpoint from, String base, List<AutoCloseable> held) {
        var head = head(recipe, from.config());
        var weights = FreshWeights.lacking(from.weights(), from.config(), List.of(head), recipe.seed());
        return new OpenOrigin(from.config(), from.tokenizer(), head, weights, base, held);
    }

    private static Head head(PretrainingRecipe recipe, BertConfig config) {
        return recipe.masking().nextSentence()
                ? Head.maskedWithNext(config.vocabulary())
                : Head.masked(config.vocabulary());
    }

    private static Checkpoint checkpoint(ModelCard card, List<AutoCloseable> held) throws IOException {
        var checkpoint = card.isEmbedded() ? Checkpoint.embedded(card.id()) : Checkpoint.open(card.folder());
        held.add(checkpoint);
        return checkpoint;
    }

    /// Of a folder with a vocabulary alone, or of a model.
    private static Tokenizer tokenizer(String vocabulary, Models models, List<AutoCloseable> held) throws IOException {
        var tokenizer = isFolder(vocabulary)
                ? Tokenizer.open(Path.of(vocabulary))
                : checkpoint(models.find(vocabulary).orElseThrow(() -> noVocabulary(vocabulary)), held)
                        .tokenizer();
        held.add(tokenizer);
        tokenizer.mask(); // says what is missing
        return tokenizer;
    }

    private static IOException noVocabulary(String name) {
        return new IOException("There is no vocabulary " + name + ": it is neither a folder nor an installed model. "
                + "Train one with ./biogloss vocab train --corpus TEXTS --size 30522 --out " + name + ".");
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static String start(PretrainingRecipe recipe) {
        return recipe.base().isEmpty() ? recipe.vocabulary().orElse("nothing") : recipe.base();
    }

    @Override
    public void close() {
        close(held);
    }

    private static void close(List<AutoCloseable> held) {
        for (var one : held) {
            try {
                one.close();
            } catch (Exception _) {
                // it was only read
            }
        }
    }
}
