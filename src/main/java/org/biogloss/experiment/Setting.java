package org.biogloss.experiment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.RunFolder;

/// Where an experiment runs, and with what.
///
/// @param out     holds all it makes; a second run goes on there
/// @param recipes the folder with the experiment's recipes
/// @param tokens  how many pieces each model is shown in pretraining, in place of what the recipes say
/// @param limit   at most so many examples of each fine-tuning set, to see that all works; nothing for all
public record Setting(
        Path out, Path recipes, Models models, OptionalLong tokens, Optional<Integer> limit, Telling telling) {

    /// Told what is being done.
    public interface Telling {

        void say(String words);

        /// The line to the outside of a run.
        JobContext watch(RunFolder run);

        /// The line to the outside of work that is not a run.
        JobContext watch();
    }

    public Setting {
        out = out.toAbsolutePath().normalize();
    }

    /// Paths in the recipes start from where the recipes are.
    DataPlaces places() {
        return DataPlaces.besides(recipes.resolve("any.toml"));
    }

    RunFolder pretraining(String model) {
        return new RunFolder(out.resolve("pretraining").resolve(model));
    }

    RunFolder fineTuning(String model, String task) {
        return new RunFolder(out.resolve("fine-tuning").resolve(model).resolve(task));
    }

    Path vocabulary(String name) {
        return out.resolve("vocabularies").resolve(name);
    }
}
