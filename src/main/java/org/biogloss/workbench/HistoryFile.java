package org.biogloss.workbench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.ProjectStore;

/// Who did what when, of a project or of one of its documents, written for others to read: as lines of text, as one
/// JSON document, or as a table. In constant memory, oldest first.
///
/// @param document only what was done to this one
public record HistoryFile(ProjectStore store, Optional<String> document) {

    /// Whoever does nothing for so long has begun a new session with the next action.
    public static final Duration PAUSE = Duration.ofMinutes(30);

    public enum Form {
        TEXT,
        JSON,
        CSV
    }

    /// By the end of the file's name: `.json`, `.csv`, or else text.
    public static Form formOf(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json") ? Form.JSON : name.endsWith(".csv") ? Form.CSV : Form.TEXT;
    }

    public void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out, formOf(file));
        }
    }

    public void write(Writer out, Form form) throws IOException {
        try {
            switch (form) {
                case TEXT -> text(out);
                case JSON -> json(out);
                case CSV -> csv(out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    /// An action, and which session of its person it belongs to: they count from 1.
    private interface Reader {
        void read(JournalEntry entry, int session) throws IOException;
    }

    private void forEach(Reader reader) {
        var sessions = new Sessions();
        Consumer<JournalEntry> reading = entry -> {
            try {
                reader.read(entry, sessions.of(entry.by(), entry.time()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        if (document.isPresent()) {
            store.history(document.get(), Integer.MAX_VALUE).reversed().forEach(reading);
        } else {
            store.history(reading);
        }
    }

    private void text(Writer out) throws IOException {
        var last = new int[1];
        forEach((entry, session) -> {
            if (session != last[0]) {
                out.append(last[0] == 0 ? "" : "\n").append(entry.by()).append(", session ");
                out.append(Integer.toString(session)).append("\n");
            }
            last[0] = session;
            out.append("  ").append(entry.time().toString()).append("  ").append(title(entry));
            var ids = ids(entry);
            if (document.isEmpty() && !ids.isEmpty()) {
                out.append("  [").append(ids.size() > 3 ? ids.size() + " documents" : String.join(", ", ids));
                out.append("]");
            }
            out.append("\n");
        });
    }

    private void json(Writer out) throws IOException {
        try (var json = JsonMapper.builder().build().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("project", store.name());
            if (document.isPresent()) json.writeStringField("document", document.get());
            json.writeArrayFieldStart("history");
            forEach((entry, session) -> json(json, entry, session));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n");
    }

    private static void json(JsonGenerator json, JournalEntry entry, int session) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeStringField("time", entry.time().toString());
        json.writeStringField("person", entry.by());
        json.writeNumberField("session", session);
        json.writeStringField("kind", entry.kind().name());
        json.writeStringField("action", entry.title());
        json.writeArrayFieldStart("changes");
        for (var edit : entry.edits()) {
            for (var deed : Deed.of(edit.edit())) {
                json.writeStartObject();
                json.writeStringField("document", edit.documentId());
                for (var field : fields(deed).entrySet()) {
                    if (!field.getValue().isEmpty()) json.writeStringField(field.getKey(), field.getValue());
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void csv(Writer out) throws IOException {
        var columns = new ArrayList<>(List.of("number", "time", "person", "session", "kind", "action", "document"));
        columns.addAll(fields(new Deed("", "", "", "", "", "", "", "")).keySet());
        row(out, columns);
        forEach((entry, session) -> {
            var first = List.of(
                    Long.toString(entry.number()),
                    entry.time().toString(),
                    entry.by(),
                    Integer.toString(session),
                    entry.kind().name(),
                    entry.title());
            if (entry.edits().isEmpty()) {
                var cells = new ArrayList<>(first);
                while (cells.size() < columns.size()) cells.add("");
                row(out, cells);
            }
            for (var edit : entry.edits()) {
                for (var deed : Deed.of(edit.edit())) {
                    var cells = new ArrayList<>(first);
                    cells.add(edit.documentId());
                    cells.addAll(fields(deed).values());
                    row(out, cells);
                }
            }
        });
    }

    /// As RFC 4180 has it.
    private static void row(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            if (i > 0) out.write(',');
            out.write(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        out.write("\r\n");
    }

    private static Map<String, String> fields(Deed deed) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("change", deed.what());
        fields.put("of", deed.kind());
        fields.put("id", deed.id());
        fields.put("layer", deed.layer());
        fields.put("type", deed.type());
        fields.put("spans", deed.spans());
        fields.put("before", deed.before());
        fields.put("after", deed.after());
        return fields;
    }

    private static List<String> ids(JournalEntry entry) {
        return entry.edits().stream().map(edit -> edit.documentId()).distinct().toList();
    }

    /// What it is called in a list: undo and redo name what they take back or repeat.
    public static String title(JournalEntry entry) {
        return switch (entry.kind()) {
            case DO, NOTE -> entry.title();
            case UNDO -> "Undo: " + entry.title();
            case REDO -> "Redo: " + entry.title();
        };
    }

    /// Counts the stretches of work of each person, which a pause parts.
    private static final class Sessions {

        private record Last(Instant time, int session) {}

        private final Map<String, Last> last = new HashMap<>();
        private int count;

        int of(String person, Instant time) {
            int session = Optional.ofNullable(last.get(person))
                    .filter(before -> Duration.between(before.time(), time).compareTo(PAUSE) < 0)
                    .map(Last::session)
                    .orElseGet(() -> ++count);
            last.put(person, new Last(time, session));
            return session;
        }
    }
}
