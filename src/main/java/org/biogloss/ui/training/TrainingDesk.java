package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.jobs.JobContext;

/// What the training page needs of the open project. Every verb may touch the disk: none is called on the
/// window's thread.
public interface TrainingDesk {

    /// What there is to learn from and to start with.
    record Offer(List<Source> sources, List<Base> bases) {

        public static final Offer NONE = new Offer(List.of(), List.of());
    }

    /// Something to learn from, with settings that suit it.
    sealed interface Source {

        String name();

        /// As the recipe calls it, such as `ner`.
        String task();

        /// The first is taken unless a person chooses another.
        List<Preset> presets();
    }

    /// A layer of this project.
    ///
    /// @param documents with at least one confirmed mention in the layer, or marked as done
    /// @param types     entity types with their number of confirmed mentions
    record Layer(String name, int documents, Map<String, Integer> types, List<Preset> presets) implements Source {

        @Override
        public String task() {
            return "ner";
        }
    }

    /// A recipe on disk, which names its own data.
    record RecipeSource(String name, String task, Path file, String base, List<Preset> presets) implements Source {}

    /// Plain text, to pretrain on: that of this project, or what a recipe names.
    ///
    /// @param recipe empty for the texts of this project
    /// @param base   empty to begin with nothing but a vocabulary
    record PlainText(String name, Optional<Path> recipe, String base, List<Preset> presets) implements Source {

        @Override
        public String task() {
            return "pretraining";
        }
    }

    record Base(String id, String name) {}

    /// @param reason why these settings suit, in a sentence
    record Preset(String name, String reason, int epochs, double rate) {}

    /// What a person asked for.
    ///
    /// @param types of a layer's mentions; empty for a recipe, which names its own
    /// @param preset settings beyond `epochs` and `rate`
    /// @param seeds one run each
    record Wish(
            String name,
            Source source,
            List<String> types,
            String base,
            Optional<Preset> preset,
            int epochs,
            double rate,
            List<Long> seeds) {}

    /// How a run stands.
    enum State {
        RUNNING,
        /// Asked to pause, and at its last step.
        PAUSING,
        /// Asked to stop, and at its last step.
        STOPPING,
        PAUSED,
        FINISHED,
        STOPPED,
        FAILED,
        LOST;

        /// Whether its process may still do something.
        public boolean isLive() {
            return this == RUNNING || this == PAUSING || this == STOPPING;
        }

        public boolean canResume() {
            return this == PAUSED || this == STOPPED || this == FAILED || this == LOST;
        }
    }

    /// One run of the table.
    ///
    /// @param group    shared by runs that differ in their seed alone
    /// @param made     in local time
    /// @param best     on the dev data, and `test` on the test data; NaN where there is none
    /// @param seconds  of work
    /// @param settings what decided how it came out, in the order in which a person reads it
    record RunRow(
            String id,
            String name,
            String group,
            State state,
            String task,
            String base,
            String made,
            Metric metric,
            double best,
            double test,
            long step,
            long totalSteps,
            double seconds,
            Map<String, String> settings) {}

    Offer offer() throws IOException;

    /// A recipe that a person has chosen on disk.
    Source recipe(Path file) throws IOException;

    /// Measures what a run would cost, and tells it in words. Takes a few seconds.
    String estimate(Wish wish, JobContext context) throws Exception;

    /// Newest first.
    List<RunRow> runs() throws IOException;

    /// Starts child processes and returns at once.
    ///
    /// @return the run that goes first
    String start(Wish wish) throws IOException;

    void stopKeepingBest(String runId) throws IOException;

    void pause(String runId) throws IOException;

    void resume(String runId) throws IOException;

    /// Everything the run has told, from the beginning.
    EventSource events(String runId) throws IOException;

    /// Copies the run's model into the project and lets it highlight, beside those that already do.
    void highlightWith(String runId) throws IOException;

    /// Copies the run's model into the project.
    ///
    /// @return what the model is called there
    String keepModel(String runId) throws IOException;

    /// Moves a run that is over to the project's trash folder.
    ///
    /// @return takes it back out
    Restoring discard(String runId) throws IOException;

    Path folder(String runId) throws IOException;

    /// What one would type to get the same run.
    String commandLine(String runId) throws IOException;

    /// Brings back what was discarded.
    @FunctionalInterface
    interface Restoring {

        void restore() throws IOException;
    }

    /// Reads on in a run's event file.
    @FunctionalInterface
    interface EventSource {

        List<JsonNode> poll() throws IOException;
    }
}
