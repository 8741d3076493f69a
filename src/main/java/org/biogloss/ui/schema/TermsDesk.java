package org.biogloss.ui.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.search.Terminologies;

/// What the section on terminologies needs of the program. All read or write the disk: asked in jobs.
public interface TermsDesk {

    /// A terminology on this machine.
    ///
    /// @param trouble why it cannot be opened, in words; empty where it can
    record Row(Terminologies.About about, String trouble) {}

    List<Row> list() throws IOException;

    /// Whole or, cancelled or failed, not at all.
    ///
    /// @return how many concepts it has
    long add(Path file, String name, JobContext context) throws IOException;

    void remove(String name) throws IOException;
}
