package org.biogloss.experiment;

import java.nio.file.Path;

/// A comparison of models that one command makes from nothing.
public interface Experiment {

    /// What people type.
    String name();

    /// What it compares, in a line.
    String words();

    /// Does what is not done yet, and reports.
    ///
    /// @return the report
    Path run(Setting setting) throws Exception;
}
