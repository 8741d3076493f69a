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

    /// Copies a model folder in, or unpacks a zip with one, whole or not at all. The answer is its id.
    String install(Path folderOrZip, JobContext context) throws IOException;

    /// A model on a hub that is worth having.
    ///
    /// @param name  as the hub has it
    /// @param costs what it takes here: figures with their names, in the order in which a person reads them
    record Known(String name, String title, String words, Map<String, String> costs) {}

    /// What is known to be good. Measures for a moment how fast this machine is.
    List<Known> known();

    /// What a hub has under a name.
    ///
    /// @param licence empty where the hub says none
    record Found(String name, long bytes, int files, String licence) {}

    /// Asks the hub. Only a person's wish leads here: nothing else goes to the network.
    Found look(String name) throws IOException;

    /// Downloads a model and installs it; one that was broken off goes on. The answer is its id.
    String download(String name, JobContext context) throws IOException;
}
