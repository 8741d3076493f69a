package org.biogloss.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;

/// Several benchmarks that a person asks for by one name: what is measured with a window lies on another floor than
/// what
/// is measured without.
record JoinedBenchmark(String name, List<Benchmark> parts) implements Benchmark {

    JoinedBenchmark {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var part : parts) {
            context.checkCancelled();
            figures.addAll(part.run(data, context));
        }
        return figures;
    }
}
