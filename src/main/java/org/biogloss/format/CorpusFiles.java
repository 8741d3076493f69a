package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.biogloss.document.Texts;
import org.biogloss.jobs.Handover;

/// A corpus on disk: JSON Lines and plain text of any size, packed or not, and whatever else BioGloss imports.
///
/// A file of JSON Lines holds a document a line: its `title` and `text`, or `title`, `abstract` and `body`. A plain
/// text
/// is one document; a long one comes in portions. What cannot be read is left out and stands in the report.
public final class CorpusFiles implements Texts {

    /// Of a file that was left out, or part of which was.
    public record Rejected(Path file, String why) {}

    /// Of a file that was read otherwise than its bytes say, such as text that is not UTF-8.
    public record Repaired(Path file, String what) {}

    /// Batches read before somebody asks for them.
    private static final int AHEAD = 8;

    private final List<Path> named;
    private final List<Path> files;
    private final Optional<Pattern> dropped;
    private final List<Rejected> unread;
    private volatile CorpusReading reading;

    private CorpusFiles(List<Path> named, List<Path> files, List<Rejected> unread, Optional<Pattern> dropped) {
        this.named = List.copyOf(named);
        this.files = List.copyOf(files);
        this.unread = List.copyOf(unread);
        this.dropped = dropped;
        this.reading = new CorpusReading(List.of(), dropped, _ -> {});
    }

    /// Files, and all that is in folders and their folders, but for hidden files.
    ///
    /// @throws IOException with words, if one of them is not there
    public static CorpusFiles of(List<Path> filesOrFolders) throws IOException {
        var files = new ArrayList<Path>();
        var unread = new ArrayList<Rejected>();
        for (var path : filesOrFolders) {
            if (!Files.exists(path)) throw new IOException("Cannot read the corpus: there is no file " + path + ".");
            FilesUnder.each(path, files::add, (where, why) -> unread.add(new Rejected(where, why)));
        }
        BratReader.joinTexts(files);
        return new CorpusFiles(filesOrFolders, files, unread, Optional.empty());
    }

    /// Leaves out every JSON record that some evaluation split holds.
    ///
    /// @param inPattern a regular expression for one value of the record's `in`, such as `.*/(dev|test)`
    public CorpusFiles without(String inPattern) {
        return new CorpusFiles(named, files, unread, Optional.of(Pattern.compile(inPattern)));
    }

    @Override
    public Stream<Text> open() throws IOException {
        return open(_ -> {});
    }

    @Override
    public Stream<Text> open(LongConsumer read) throws IOException {
        var now = new CorpusReading(files, dropped, read);
        reading = now;
        Stream<List<Text>> batches = Handover.stream(AHEAD, now::giveTo);
        var iterator = batches.iterator();
        if (!iterator.hasNext()) {
            batches.close();
            throw new IOException(
                    "Cannot read the corpus " + name() + ": there is no text in it" + firstReason() + ".");
        }
        var parts = Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(parts, false).flatMap(List::stream).onClose(batches::close);
    }

    /// What was left out when they were last opened, as far as they have been read since.
    public List<Rejected> report() {
        return Stream.concat(unread.stream(), reading.rejected()).toList();
    }

    /// What was read otherwise than its bytes say.
    public List<Repaired> repaired() {
        return reading.repaired().toList();
    }

    /// How many records [#without] left out.
    public long dropped() {
        return reading.droppedRecords();
    }

    @Override
    public long bytes() {
        return files.stream().mapToLong(FilesUnder::size).sum();
    }

    /// The names of the files and folders as a person named them.
    @Override
    public String name() {
        return named.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(", "));
    }

    private String firstReason() {
        if (dropped() > 0) return "; %,d records are of texts that it is to be measured on".formatted(dropped());
        return report().stream()
                .findFirst()
                .map(first -> "; " + first.file() + ": " + first.why())
                .orElse("");
    }
}
