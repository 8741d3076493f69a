package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private static final Benchmark TRIAL = new Benchmark() {
        @Override
        public String name() {
            return "trial";
        }

        @Override
        public List<Figure> run(Path data, JobContext context) {
            return List.of(Figure.of("size", 3, "MB"), Figure.beside("speed", 8, "1/s", "bare", 10));
        }
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void jsonSaysWhatWasMeasuredWhereAndBesideWhom() throws Exception {
        assertEquals(Exit.DONE, run("trial", "--json"));

        var report = new ObjectMapper().readTree(out.toString());
        assertEquals("trial", report.path("bench").asText());
        assertTrue(report.path("machine").asText().contains("cores"));
        assertTrue(report.hasNonNull("commit"));
        assertEquals("size", report.path("results").path(0).path("name").asText());
        assertEquals(0.8, report.path("results").path(1).path("ratio").asDouble());
        assertEquals("bare", report.path("results").path(1).path("peer").asText());
    }

    @Test
    void anUnknownBenchmarkIsToldWithThoseThereAre() {
        assertEquals(Exit.FAILED, run("tril"));
        assertTrue(err.toString().contains("There are: trial."), err.toString());
    }

    private int run(String... words) {
        var line = new CommandLine(new BenchCommand(List.of(TRIAL)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println(failure.getMessage());
            return Exit.FAILED;
        });
        return line.execute(words);
    }
}
