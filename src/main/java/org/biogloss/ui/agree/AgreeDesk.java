package org.biogloss.ui.agree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Study;
import org.biogloss.document.Span;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.workbench.Adjudicator;
import org.biogloss.workbench.Comparison;

/// What the page Agree needs of the program. Verbs may touch the disk; those that take a [JobContext] take a while.
public interface AgreeDesk {

    List<Comparison.Layer> layers();

    /// Types of mentions that the project knows.
    List<String> types();

    Study study(Comparison comparison, JobContext context);

    Adjudicator adjudicator(Side left, Side right, String gold);

    /// Brings files in as a layer of the project; what a file itself says of layers goes before.
    ImportReport importLayer(List<Path> files, String layer, JobContext context);

    /// Models that mark mentions.
    List<String> models();

    /// Lets a model say all that it sees, in a layer of its own. To be called on the network's lane.
    void letRead(String model, String layer, double atLeast, JobContext context) throws IOException;

    /// @return the documents that were changed
    Set<String> undo();

    Set<String> redo();

    /// What was chosen on this page last time.
    Optional<String> remembered(String key);

    void remember(String key, String value);

    /// Shows a place of a document in the reader.
    void read(String documentId, Span place);

    /// Told the documents that have changed, on whatever thread changed them; none of them means any.
    void listen(Consumer<Set<String>> listener);
}
