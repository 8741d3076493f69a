package org.biogloss.tokens;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the pieces of a trained vocabulary came about, merge by merge; kept beside it as `merges.tsv`.
///
/// @param steps in the order in which they were made; a piece may have been made in more than one way
public record MergeHistory(List<Step> steps) {

    public static final String FILE = "merges.tsv";

    private static final String HEAD = "left\tright\tpiece\tcount";

    /// Two pieces became one.
    ///
    /// @param count how often they stood side by side in the corpus at that moment
    public record Step(String left, String right, String piece, long count) {}

    public MergeHistory {
        steps = List.copyOf(steps);
    }

    /// @return without a step, if there is no such file in the folder
    /// @throws IOException with words, if there is one that makes no sense
    public static MergeHistory read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) return new MergeHistory(List.of());
        var steps = new ArrayList<Step>();
        try {
            for (var line : Files.readAllLines(file)) if (!line.equals(HEAD)) steps.add(step(line));
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new IOException(
                    "Cannot read " + file + ": line " + (steps.size() + 2) + " is not a merge, which is two pieces,"
                            + " what became of them and a count, with tabs between.",
                    e);
        }
        return new MergeHistory(steps);
    }

    public void write(Path folder) throws IOException {
        var lines = new ArrayList<String>(steps.size() + 1);
        lines.add(HEAD);
        for (var step : steps) {
            lines.add(String.join("\t", step.left, step.right, step.piece, String.valueOf(step.count)));
        }
        Files.write(folder.resolve(FILE), lines);
    }

    /// The steps that made the piece out of characters, in their order; none where it is a character itself
    /// or is unknown.
    public List<Step> of(String piece) {
        var makers = new HashMap<String, Integer>();
        for (int i = 0; i < steps.size(); i++) makers.putIfAbsent(steps.get(i).piece, i);
        var needed = new HashSet<Integer>();
        gather(piece, makers, needed);
        return needed.stream().sorted().map(steps::get).toList();
    }

    private void gather(String piece, Map<String, Integer> makers, Set<Integer> needed) {
        var maker = makers.get(piece);
        if (maker == null || !needed.add(maker)) return;
        gather(steps.get(maker).left, makers, needed);
        gather(steps.get(maker).right, makers, needed);
    }

    private static Step step(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != 4) throw new IllegalArgumentException(line);
        return new Step(fields[0], fields[1], fields[2], Long.parseLong(fields[3]));
    }
}
