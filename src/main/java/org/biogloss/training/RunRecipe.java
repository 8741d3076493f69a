package org.biogloss.training;

import java.util.List;

/// What a run is made by, whatever its kind: the settings that everything which follows runs asks for.
public sealed interface RunRecipe permits Recipe, PretrainingRecipe {

    /// Of the model that is to come out.
    String modelId();

    String modelName();

    /// The model that the run starts from, as the recipe names it; empty for one that starts from nothing.
    String base();

    /// What is learnt, in a word such as `ner`, `joint` or `pretraining`.
    String task();

    /// Each makes a run of its own.
    List<Long> seeds();

    /// The first of the seeds, and of a single run the only one.
    default long seed() {
        return seeds().getFirst();
    }

    /// What the loop needs of it.
    RunPlan plan();
}
