package org.biogloss.ui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.jobs.JobContext;

/// What the models page needs of the program. Every verb may touch the disk: none is called on the window's thread.
public interface ModelsDesk {

    /// A model as its card describes it.
    ///
    /// @param scores by name, fractions of 1
    /// @param facts  further lines of the card, in the order in which a person reads them
    /// @param canHighlight whether it finds mentions; a bare encoder does not
    /// @param highlights   whether it is switched on
    record Card(
            String id,
            String name,
            String description,
            List<String> types,
            Map<String, Double> scores,
            Map<String, String> facts,
            boolean canHighlight,
            boolean highlights) {}

    /// A folder that looks like a model and cannot be one.
    record Broken(Path folder, String why) {}

    record Shelf(List<Card> cards, List<Broken> broken) {

        public static final Shelf EMPTY = new Shelf(List.of(), List.of());
    }

    Shelf shelf() throws IOException;

    /// Switches a model's highlights on or off, for this window and the next start.
    void highlight(String modelId, boolean on) throws IOException;

    /// Lets the model highlight every document of the project.
    void highlightAll(String modelId, JobContext context) throws IOException;

    /// Copies a model folder in, whole or not at all. The answer is its id.
    String install(Path folder, JobContext context) throws IOException;
}
