package org.biogloss.ui.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.ui.training.plot.Series;

/// Curves as a table that spreadsheets and R read: one value a row, every value as the run told it.
record CurveFile(List<Column> columns) {

    record Run(String name, RunCurve curve) {}

    private record Column(String run, String curve, Series values) {}

    /// Takes the curves as they are now; they may grow on.
    static CurveFile of(List<Run> runs) {
        var columns = new ArrayList<Column>();
        for (var run : runs) {
            var curve = run.curve();
            columns.add(column(run, "train_loss", curve.loss()));
            columns.add(column(run, "dev_loss", curve.devLoss()));
            columns.add(column(run, "dev_" + curve.figures().metric().id(), curve.devScore()));
            columns.add(column(run, "learning_rate", curve.rate()));
            columns.add(column(run, "gradient_norm", curve.gradientNorm()));
            columns.add(column(run, "tokens_per_second", curve.speed()));
        }
        return new CurveFile(columns);
    }

    private static Column column(Run run, String name, Series values) {
        return new Column(quoted(run.name()), quoted(name), values.copy());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, format());
    }

    /// Columns `run`, `curve`, `step`, `value`; a value that is no number is left empty.
    String format() {
        var csv = new StringBuilder("run,curve,step,value\n");
        for (var column : columns) {
            var values = column.values();
            for (int i = 0; i < values.size(); i++) {
                csv.append(column.run()).append(',').append(column.curve()).append(',');
                csv.append((long) values.x(i)).append(',');
                if (Double.isFinite(values.y(i))) csv.append(values.y(i));
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[\\w .-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
