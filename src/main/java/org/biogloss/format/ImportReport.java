package org.biogloss.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToIntFunction;

/// What an import did, file by file: nothing in a file disappears without a line here.
public record ImportReport(List<FileReport> files) {

    private static final JsonMapper JSON = new JsonMapper();

    public ImportReport {
        files = List.copyOf(files);
    }

    public int documents() {
        return sum(FileReport::documents);
    }

    public int mentions() {
        return sum(FileReport::mentions);
    }

    public int relations() {
        return sum(FileReport::relations);
    }

    public int repaired() {
        return sum(file -> file.repaired().stream().mapToInt(Repair::times).sum());
    }

    public int rejected() {
        return sum(file -> file.rejected().stream().mapToInt(Rejection::times).sum());
    }

    /// One line for a person.
    public String summary() {
        return "%,d documents, %,d mentions, %,d relations from %,d files; %,d repaired, %,d rejected"
                .formatted(documents(), mentions(), relations(), files.size(), repaired(), rejected());
    }

    /// The form that `--report` writes.
    public String toJson() {
        var root = JSON.createObjectNode();
        root.put("documents", documents());
        root.put("mentions", mentions());
        root.put("relations", relations());
        root.put("repaired", repaired());
        root.put("rejected", rejected());
        var list = root.putArray("files");
        files.forEach(file -> describe(file, list.addObject()));
        return root.toPrettyString();
    }

    private static void describe(FileReport file, ObjectNode into) {
        into.put("path", file.path());
        into.put("format", file.format());
        into.put("offsetUnit", file.offsetUnit());
        into.put("documents", file.documents());
        into.put("mentions", file.mentions());
        into.put("relations", file.relations());
        var repaired = into.putArray("repaired");
        for (var line : file.repaired()) add(repaired, line.where(), "what", line.what(), line.times());
        var rejected = into.putArray("rejected");
        for (var line : file.rejected()) add(rejected, line.where(), "why", line.why(), line.times());
    }

    private static void add(ArrayNode lines, String where, String key, String words, int times) {
        var line = lines.addObject().put("where", where).put(key, words);
        if (times > 1) line.put("times", times);
    }

    private int sum(ToIntFunction<FileReport> count) {
        return files.stream().mapToInt(count).sum();
    }
}
