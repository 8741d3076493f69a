package org.biogloss.tasks;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `calibration.json` in a model's folder: what the confidence of each head means, found out on dev data.
public final class CalibrationFile {

    public static final String NAME = "calibration.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CalibrationFile() {}

    /// What is known of one head.
    ///
    /// @param answers on the dev data, from which the curve was found
    /// @param before  the expected calibration error of what the head itself says, on the same data
    /// @param after   the same of what the curve makes of it
    public record Entry(Calibration curve, int answers, double before, double after) {

        public static Entry of(List<Calibration.Judged> judged) {
            var curve = Calibration.fit(judged);
            return new Entry(curve, judged.size(), Calibration.error(judged), Calibration.error(curve.applied(judged)));
        }
    }

    /// By the head's name; empty where there is no such file, as in models from elsewhere.
    ///
    /// @throws IOException with words, if it makes no sense
    public static Map<String, Entry> read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) return Map.of();
        var entries = new TreeMap<String, Entry>();
        try {
            for (var head : JSON.readTree(file.toFile()).path("heads").properties()) {
                var one = head.getValue();
                var curve = new Calibration(
                        one.path("slope").asDouble(), one.path("intercept").asDouble(Double.NaN));
                entries.put(
                        head.getKey(),
                        new Entry(
                                curve,
                                one.path("answers").asInt(),
                                one.path("before").asDouble(),
                                one.path("after").asDouble()));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(
                    "Cannot read " + file
                            + ": it is not what BioGloss writes. Delete it to take the model by its word.",
                    e);
        }
        return entries;
    }

    public static void write(Path folder, Map<String, Entry> entries) throws IOException {
        var json = JSON.createObjectNode();
        var heads = json.putObject("heads");
        entries.forEach((name, entry) -> heads.putObject(name)
                .put("slope", entry.curve().slope())
                .put("intercept", entry.curve().intercept())
                .put("answers", entry.answers())
                .put("before", entry.before())
                .put("after", entry.after()));
        Files.write(folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }
}
