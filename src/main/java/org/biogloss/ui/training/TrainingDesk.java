package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What the training page needs of the open project. Every verb may touch the disk: none is called on the window's
/// thread.
public interface TrainingDesk {

    /// What there is to learn from and to start with.
    record Offer(List<Layer> layers, List<Base> bases) {

        public static final Offer NONE = new Offer(List.of(), List.of());
    }

    /// @param documents with at least one confirmed mention in the layer, or marked as done
    /// @param types     entity types with their number of confirmed mentions
    record Layer(String name, int documents, Map<String, Integer> types) {}

    record Base(String id, String name) {}

    /// What a person asked for.
    record Wish(String name, String layer, List<String> types, String base, int epochs, double rate, long seed) {}

    /// One row of the table of runs.
    ///
    /// @param state    `running`, `finished`, `stopped`, `failed` or `lost`
    /// @param settings what decided how it came out, in the order in which a person reads it
    record RunRow(String id, String name, String state, String started, String bestF1, Map<String, String> settings) {

        public boolean isRunning() {
            return state.equals("running");
        }
    }

    Offer offer() throws IOException;

    /// Newest first.
    List<RunRow> runs() throws IOException;

    /// Starts a child process and returns at once. The answer is the run's id.
    String start(Wish wish) throws IOException;

    void stopKeepingBest(String runId) throws IOException;

    /// Everything the run has told, from the beginning.
    EventSource events(String runId) throws IOException;

    /// Lets the run's model highlight, beside those that already do.
    void highlightWith(String runId) throws IOException;

    /// Moves a run that is over to the system's or the project's trash folder.
    void discard(String runId) throws IOException;

    /// Reads on in a run's event file.
    @FunctionalInterface
    interface EventSource {

        List<JsonNode> poll() throws IOException;
    }
}
