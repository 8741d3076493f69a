package org.biogloss.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Span;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TypedSpan;

/// Examples from a JSON Lines file, plain or gzipped: an object a line with `text` and `entities`, whose `start` and
/// `end` count code points.
public final class ExampleFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Why a line is not among the examples.
    public record Rejection(Path file, long line, String why) {

        @Override
        public String toString() {
            return file + ", line " + line + ": " + why;
        }
    }

    private final Path file;
    private final List<String> types;
    private final Consumer<Rejection> rejections;

    /// @param types      mentions of other types are left out; empty for all
    /// @param rejections told of each line that makes no sense; it is skipped
    public ExampleFile(Path file, List<String> types, Consumer<Rejection> rejections) {
        this.file = file;
        this.types = List.copyOf(types);
        this.rejections = rejections;
    }

    /// All examples, in the file's order.
    public List<NerExample> readAll() throws IOException {
        var examples = new ArrayList<NerExample>();
        read(examples::add);
        return examples;
    }

    /// Hands over one example after the other.
    ///
    /// @throws IOException with words, if the file is missing or cannot be read to its end
    public void read(Consumer<NerExample> sink) throws IOException {
        long number = 0;
        try (var lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) continue;
                try {
                    sink.accept(parse(JSON.readTree(line), number));
                } catch (JacksonException e) {
                    rejections.accept(new Rejection(file, number, "it is not a JSON object"));
                } catch (IllegalArgumentException e) {
                    rejections.accept(new Rejection(file, number, String.valueOf(e.getMessage())));
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read the examples: there is no file " + file + ".", e);
        } catch (EOFException | ZipException e) {
            throw new IOException(
                    "Cannot read the examples in " + file + ": the gzip data breaks off or is damaged after line "
                            + number + ". Copy the file again.",
                    e);
        }
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (!file.toString().endsWith(".gz")) return in;
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private NerExample parse(JsonNode line, long number) {
        var text = line.path("text");
        if (!text.isTextual()) throw new IllegalArgumentException("it has no text");
        var offsets = new CodePointOffsets(text.textValue());
        var mentions = new ArrayList<TypedSpan>();
        for (var entity : line.path("entities")) {
            var type = entity.path("type").asText("");
            if (types.isEmpty() || types.contains(type)) mentions.add(mention(entity, text.textValue(), offsets));
        }
        var id = line.path("id").asText("");
        return new NerExample(id.isBlank() ? String.valueOf(number) : id, text.textValue(), mentions);
    }

    private static TypedSpan mention(JsonNode entity, String text, CodePointOffsets offsets) {
        var type = entity.path("type").asText("");
        if (type.isBlank()) throw new IllegalArgumentException("an entity has no type: " + entity);
        if (entity.has("spans")) return new TypedSpan(hull(entity.path("spans"), offsets), type);
        var span = span(entity, offsets);
        checkWords(entity, span.in(text));
        return new TypedSpan(span, type);
    }

    /// From the first stretch to the last, gaps included.
    private static Span hull(JsonNode spans, CodePointOffsets offsets) {
        return StreamSupport.stream(spans.spliterator(), false)
                .map(span -> span(span, offsets))
                .reduce(Span::union)
                .orElseThrow(() -> new IllegalArgumentException("an entity has no stretch of text"));
    }

    private static Span span(JsonNode at, CodePointOffsets offsets) {
        boolean pair = at.isArray();
        var start = pair ? at.path(0) : at.path("start");
        var end = pair ? at.path(1) : at.path("end");
        if (!start.isInt() || !end.isInt() || start.intValue() < 0) {
            throw new IllegalArgumentException("an entity has no start and end: " + at);
        }
        if (end.intValue() > offsets.count() || start.intValue() >= end.intValue()) {
            throw new IllegalArgumentException(
                    "an entity stands at " + start + ".." + end + " of a text of " + offsets.count() + " characters");
        }
        return offsets.toSpan(start.intValue(), end.intValue());
    }

    /// A mention that covers other words than it says it does would teach nonsense.
    private static void checkWords(JsonNode entity, String there) {
        var words = entity.path("text");
        if (words.isTextual() && !there.equals(words.textValue())) {
            throw new IllegalArgumentException(
                    "an entity says it is \"" + words.textValue() + "\", but \"" + there + "\" stands at its place");
        }
    }
}
