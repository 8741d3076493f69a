package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.biogloss.format.CorpusFiles;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.tokens.VocabularyTraining.Kind;
import org.biogloss.tokens.VocabularyTraining.Trained;
import org.biogloss.tokens.VocabularyTraining.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `biogloss vocab train`: makes a vocabulary of a corpus.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a vocabulary from a corpus, as Hugging Face tokenizers does, and writes a folder that BioGloss and"
                    + " transformers open.",
            "Exit code 3: done, but part of the corpus could not be read; it says which and why."
        })
public final class VocabTrainCommand implements Callable<Integer> {

    /// What a folder holds that this command wrote, and nothing else.
    private static final Set<String> WRITTEN = Set.of(
            "tokenizer.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt",
            "merges.tsv",
            "tokenizer_config.json",
            "special_tokens_map.json");

    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders: .jsonl or .txt, also with .gz, or any format that BioGloss imports.")
    private List<Path> corpus = List.of();

    @Option(
            names = "--size",
            required = true,
            paramLabel = "N",
            description = "How many pieces. BERT and PubMedBERT have 30522.")
    private int size;

    @Option(
            names = "--min-frequency",
            paramLabel = "N",
            description = "How often two pieces must stand side by side to become one (default: ${DEFAULT-VALUE}).")
    private long minFrequency = 2;

    @Option(
            names = "--kind",
            paramLabel = "K",
            description = "wordpiece, as in BERT, or bpe, pieces of bytes as in RoBERTa (default: ${DEFAULT-VALUE}).")
    private String kind = "wordpiece";

    @Option(
            names = "--cased",
            negatable = true,
            description = "Keep upper and lower case apart, and accents. Default: for bpe; not for wordpiece.")
    private Optional<Boolean> cased = Optional.empty();

    @Option(
            names = "--without",
            paramLabel = "REGEX",
            description = "Leave out JSON records that an evaluation split holds, by the values of their field `in`;"
                    + " such as '.*/(dev|test)'.")
    private Optional<String> without = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new vocabulary's folder.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var wish = wish();
        refuseOtherFolders();
        var files = files();
        long start = System.nanoTime();
        var trained = VocabularyTraining.learn(
                files, wish, new ProgressLines(spec.commandLine().getErr()));
        try (var tokenizer = trained.tokenizer()) {
            save(tokenizer);
            tell(trained, files, (System.nanoTime() - start) / 1e9);
        }
        return files.report().isEmpty() ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    private Wish wish() {
        var wanted = switch (kind.toLowerCase(Locale.ROOT)) {
            case "wordpiece" -> Kind.WORDPIECE;
            case "bpe" -> Kind.BYTE_PAIRS;
            default -> throw wrong("There is no kind " + kind + "; there are wordpiece and bpe.");
        };
        boolean keep = cased.orElse(wanted == Kind.BYTE_PAIRS);
        try {
            return new Wish(wanted, size, minFrequency, !keep, !keep && wanted == Kind.WORDPIECE);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CorpusFiles files() throws IOException {
        var files = CorpusFiles.of(corpus);
        try {
            return without.isPresent() ? files.without(without.get()) : files;
        } catch (IllegalArgumentException e) {
            throw wrong("--without is not a regular expression: " + e.getMessage());
        }
    }

    /// The new folder takes the place of what is there, so nothing else may be in it.
    private void refuseOtherFolders() throws IOException {
        if (!Files.exists(out)) return;
        if (Files.isDirectory(out)) {
            try (var inside = Files.list(out)) {
                if (inside.allMatch(file -> WRITTEN.contains(String.valueOf(file.getFileName())))) return;
            }
        }
        throw new IOException(
                "Cannot write a vocabulary to " + out + ": other things are there already. Name a new folder.");
    }

    private void save(Tokenizer tokenizer) throws IOException {
        try {
            WholeFolder.replace(out, tokenizer::save);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write the vocabulary to " + out + ": " + e.getMessage()
                            + ". Nothing was changed there; make room or name another folder.",
                    e);
        }
    }

    private void tell(Trained trained, CorpusFiles files, double seconds) {
        var err = spec.commandLine().getErr();
        files.report().forEach(line -> err.println("left out: " + line.file() + ": " + line.why()));
        files.repaired().forEach(line -> err.println("put right: " + line.file() + ": " + line.what()));
        if (files.dropped() > 0) err.printf(Locale.ROOT, "records left out by --without: %,d%n", files.dropped());
        if (trained.tooLong() > 0) {
            err.printf(Locale.ROOT, "%,d words left out: each is longer than any word%n", trained.tooLong());
        }
        if (trained.isSmaller()) {
            err.printf(
                    Locale.ROOT,
                    "The corpus gives only %,d of the %,d pieces asked for: no other two pieces stand side by side"
                            + " at least %,d times.%n",
                    trained.tokenizer().vocabularySize(),
                    size,
                    Math.max(1, minFrequency));
        }
        err.flush();
        print(trained, files, seconds);
    }

    private void print(Trained trained, CorpusFiles files, double seconds) {
        var to = spec.commandLine().getOut();
        if (json) {
            var report = JsonMapper.builder().build().createObjectNode();
            report.put("out", out.toString())
                    .put("pieces", trained.tokenizer().vocabularySize())
                    .put("asked", size)
                    .put("characters", trained.characters())
                    .put("texts", trained.texts())
                    .put("words", trained.words())
                    .put("distinctWords", trained.distinctWords())
                    .put("seconds", seconds);
            var rejected = report.putArray("rejected");
            files.report()
                    .forEach(line -> rejected.addObject()
                            .put("path", line.file().toString())
                            .put("why", line.why()));
            to.println(report.toPrettyString());
        } else {
            to.printf(
                    Locale.ROOT,
                    "%,d pieces in %s, from %,d texts with %,d words, %,d different, of %,d characters; %.1f s%n",
                    trained.tokenizer().vocabularySize(),
                    out,
                    trained.texts(),
                    trained.words(),
                    trained.distinctWords(),
                    trained.characters(),
                    seconds);
        }
        to.flush();
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
