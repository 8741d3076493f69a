package org.biogloss.measure;

import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.JobContext;

/// Measures one capability on real data, beside a peer where there is one.
public interface Benchmark {

    /// What one types after `biogloss bench`.
    String name();

    /// @param data where the real data lies (`biogloss.data`)
    List<Figure> run(Path data, JobContext context) throws Exception;
}
