package org.biogloss.ui.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.biogloss.document.Span;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.tokens.compare.Passages;

/// A desk with two vocabularies of a handful of words, and a corpus of two documents.
final class SmallDesk implements TokensDesk {

    final List<String> read = new CopyOnWriteArrayList<>();
    final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final List<Shelved> shelf = new CopyOnWriteArrayList<>(
            List.of(new Shelved("general", "general", false), new Shelved("own", "own", true)));
    private final Map<String, Tokenizer> tokenizers;

    SmallDesk(Path folder) {
        try {
            tokenizers = Map.of(
                    "general", make(folder, "general", "na", "##lo", "##xon", "##e", "in", "rats", "[UNK2]"),
                    "own", make(folder, "own", "naloxone", "in", "rats"),
                    "new", make(folder, "new", "in", "rats"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tokenizer make(Path folder, String name, String... pieces) throws IOException {
        var lines = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        lines.addAll(List.of(pieces));
        var place = Files.createDirectories(folder.resolve(name));
        Files.write(place.resolve("vocab.txt"), lines);
        return Tokenizer.open(place);
    }

    @Override
    public List<Shelved> vocabularies() {
        return List.copyOf(shelf);
    }

    @Override
    public Tokenizer open(String vocabularyId) throws IOException {
        var known = tokenizers.get(vocabularyId);
        if (known == null) throw new IOException("There is no vocabulary " + vocabularyId + ".");
        return known;
    }

    @Override
    public String add(Path folder) {
        shelf.add(new Shelved("new", "new", true));
        return "new";
    }

    @Override
    public String train(Wish wish, JobContext context) {
        wishes.add(wish);
        shelf.add(new Shelved("new", wish.name(), true));
        return "new";
    }

    @Override
    public MergeHistory history(String vocabularyId) {
        if (!vocabularyId.equals("own")) return new MergeHistory(List.of());
        return new MergeHistory(List.of(new MergeHistory.Step("nalox", "##one", "naloxone", 7)));
    }

    @Override
    public List<Corpus> corpora() {
        return List.of(corpus("This project"));
    }

    @Override
    public Corpus files(List<Path> filesOrFolders) {
        return corpus(filesOrFolders.getFirst().toString());
    }

    private static Corpus corpus(String name) {
        return new Corpus() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String size() {
                return "2 documents";
            }

            @Override
            public Passages passages() {
                return Passages.of(
                        name,
                        List.of(
                                new Passages.Passage(
                                        "1",
                                        "naloxone in rats",
                                        List.of(new Passages.Marked(new Span(0, 8), "Chemical"))),
                                new Passages.Passage("2", "in rats", List.of())));
            }

            @Override
            public Texts texts() {
                return Texts.of(name, List.of("naloxone in rats", "in rats"));
            }

            @Override
            public String text(String documentId) {
                return documentId.equals("1") ? "naloxone in rats" : "in rats";
            }

            @Override
            public Map<String, String> titles(List<String> documentIds) {
                return Map.of("1", "Naloxone");
            }

            @Override
            public boolean isInProject() {
                return true;
            }
        };
    }

    @Override
    public List<Passages> dataSets() {
        return List.of(corpus("GAD").passages());
    }

    @Override
    public Optional<String> textInReader() {
        return Optional.of("rats in the reader");
    }

    @Override
    public void read(String documentId) {
        read.add(documentId);
    }
}
