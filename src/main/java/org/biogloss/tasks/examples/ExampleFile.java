package org.biogloss.tasks.examples;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TaskKind;

/// Reads the examples in a file, plain or gzipped; the end of its name says what it is:
///
/// - `.jsonl`: a JSON object a line, whose offsets count code points; `.json`: the same, or one document of all
/// - `.tsv`, `.conll`, `.iob2`, `.txt`: words and tags with blank lines between sentences, where the task labels words;
///   else a row of cells an example
///
/// For relations, a JSON object may also be a document with all its mentions and relations; see [DocumentPairs].
///
/// `FILE#SPLIT.json#PART` is the part of a file whose documents the list PART in `SPLIT.json` beside it names.
public final class ExampleFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> TABLES = List.of(".tsv", ".conll", ".iob2", ".iob", ".txt");

    /// Why a line is not among the examples.
    ///
    /// @param line counted from 1; 0 where the reason is not in a line of its own
    public record Rejection(Path file, long line, String why) {

        @Override
        public String toString() {
            return file + (line == 0 ? ": " : ", line " + line + ": ") + why;
        }
    }

    private final TaskKind kind;
    private final DataPart place;
    private final List<String> types;
    private final Consumer<Rejection> rejections;
    private final List<Example> examples = new ArrayList<>();

    private ExampleFile(TaskKind kind, DataPart place, List<String> types, Consumer<Rejection> rejections) {
        this.kind = kind;
        this.place = place;
        this.types = List.copyOf(types);
        this.rejections = rejections;
    }

    /// All examples, in the file's order.
    ///
    /// @param types      mentions of other types are left out; empty for all
    /// @param rejections told of each line that makes no sense; it is skipped
    /// @throws IOException with words, if the file is missing or cannot be read to its end
    public static List<Example> read(TaskKind kind, Path file, List<String> types, Consumer<Rejection> rejections)
            throws IOException {
        var reading = new ExampleFile(kind, DataPart.of(file), types, rejections);
        reading.readAll();
        return List.copyOf(reading.examples);
    }

    /// The texts whose mentions are known, of a file for a task that finds mentions.
    public static List<NerExample> readMentions(Path file, List<String> types, Consumer<Rejection> rejections)
            throws IOException {
        return read(TaskKind.NER, file, types, rejections).stream()
                .map(NerExample.class::cast)
                .toList();
    }

    private void readAll() throws IOException {
        var name = place.file().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".jsonl")) {
            readJsonLines();
        } else if (name.endsWith(".json")) {
            readJson();
        } else if (TABLES.stream().anyMatch(name::endsWith)) {
            if (place.part().isPresent()) throw cannot("only JSON Lines files can be divided by documents");
            if (kind.labelsWords()) readTagged();
            else if (kind == TaskKind.CLASSIFICATION) readHallmarks();
            else readTable();
        } else {
            throw cannot("its name should end in .jsonl, .json or " + String.join(", ", TABLES) + ", perhaps with .gz");
        }
    }

    private void readJsonLines() throws IOException {
        var reader = new JsonExamples(kind, types);
        var documents = new DocumentPairs();
        try (var lines = ExampleLines.open(place.file())) {
            while (lines.advance()) {
                if (lines.line().isBlank()) continue;
                long number = lines.number();
                attempt(number, () -> {
                    var object = JSON.readTree(lines.line());
                    if (!in(object)) return Optional.empty();
                    if (kind == TaskKind.RELATION && DocumentPairs.isDocument(object)) {
                        documents.add(object, String.valueOf(number));
                        return Optional.empty();
                    }
                    return Optional.of(reader.read(object, String.valueOf(number)));
                });
            }
        }
        examples.addAll(documents.pairs());
    }

    private void readJson() throws IOException {
        var whole = wholeDocument();
        if (whole.isEmpty()) {
            readJsonLines();
            return;
        }
        var reader = new JsonExamples(kind, types);
        for (var entry : whole.get().properties()) {
            attempt(0, () -> Optional.of(reader.read(entry.getValue(), entry.getKey())));
        }
    }

    /// As PubMedQA is given out: one object of objects, each under its id.
    private Optional<JsonNode> wholeDocument() throws IOException {
        try (var in = ExampleLines.stream(place.file())) {
            var first = JSON.readTree(in);
            boolean whole =
                    first.isObject() && !first.isEmpty() && first.valueStream().allMatch(JsonNode::isObject);
            return whole ? Optional.of(first) : Optional.empty();
        } catch (JacksonException | EOFException | ZipException e) {
            return Optional.empty(); // then its lines tell what is wrong
        }
    }

    private void readTagged() throws IOException {
        var sentences = new TaggedSentences(types, examples::add, this::reject);
        try (var lines = ExampleLines.open(place.file())) {
            while (lines.advance()) sentences.line(lines.line(), lines.number());
        }
        sentences.end();
    }

    private void readTable() throws IOException {
        try (var lines = ExampleLines.open(place.file())) {
            while (lines.advance()) {
                if (lines.line().isBlank()) continue;
                var cells = List.of(lines.line().split("\t", -1));
                if (lines.number() == 1 && TableRow.isHeader(kind, cells)) continue;
                attempt(lines.number(), () -> Optional.of(TableRow.read(kind, cells, lines.number())));
            }
        }
    }

    private void readHallmarks() throws IOException {
        var sentences = new HallmarkSentences();
        try (var lines = ExampleLines.open(place.file())) {
            while (lines.advance()) {
                if (lines.line().isBlank() || (lines.number() == 1 && HallmarkSentences.isHeader(lines.line())))
                    continue;
                attempt(lines.number(), () -> {
                    sentences.add(lines.line());
                    return Optional.empty();
                });
            }
        }
        examples.addAll(sentences.texts());
    }

    private boolean in(JsonNode object) {
        return place.part().isEmpty() || place.part().get().contains(JsonExamples.document(object));
    }

    @FunctionalInterface
    private interface Attempt {
        Optional<Example> read() throws JacksonException;
    }

    private void attempt(long line, Attempt attempt) {
        try {
            attempt.read().ifPresent(examples::add);
        } catch (JacksonException e) {
            reject(line, "it is not a JSON object");
        } catch (IllegalArgumentException e) {
            reject(line, String.valueOf(e.getMessage()));
        }
    }

    private void reject(long line, String why) {
        rejections.accept(new Rejection(place.file(), line, why));
    }

    private IOException cannot(String why) {
        return new IOException("Cannot read the examples in " + place.file() + ": " + why + ".");
    }
}
