package org.biogloss.training.pretraining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.document.Sentences;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tokens.Encoding;
import org.biogloss.tokens.Tokenizer;

/// A corpus cut into word pieces once: what is learnt from and what is held out, each a [PieceFile] in a
/// folder.
public final class PackedCorpus implements AutoCloseable {

    /// What was found.
    ///
    /// @param texts      learnt from
    /// @param heldOut    texts held out
    /// @param tooShort   texts left out for having too few words
    /// @param characters of the texts learnt from
    /// @param words      of the texts learnt from, punctuation marks included
    /// @param pieces     of the texts learnt from
    /// @param heldOutPieces of the others
    public record Counts(
            long texts, long heldOut, long tooShort, long characters, long words, long pieces, long heldOutPieces) {}

    /// @param leastWords shorter texts are left out
    /// @param heldOut    the share of texts that is held out, by a hash of their ids
    public record Rules(int leastWords, double heldOut) {}

    /// So many characters are cut into pieces at once, on all processors.
    private static final int AT_ONCE = 1 << 20;

    /// Texts are cut into pieces in stretches of at most so many characters: one of 50 MB would need
    /// gigabytes.
    private static final int STRETCH = 1 << 16;

    private static final String LEARNT = "learnt.pieces";
    private static final String HELD_OUT = "held-out.pieces";
    private static final String COUNTS = "counts.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final Counts counts;
    private final PieceFile learnt;
    private final PieceFile heldOut;

    private PackedCorpus(String name, Counts counts, PieceFile learnt, PieceFile heldOut) {
        this.name = name;
        this.counts = counts;
        this.learnt = learnt;
        this.heldOut = heldOut;
    }

    /// Reads all texts and leaves the folder whole, or not at all.
    ///
    /// @param told of how many texts were read, now and then
    /// @throws IOException with words, if there is no text or the disk is full
    public static void pack(
            Path folder, Texts texts, Tokenizer tokenizer, Rules rules, Consumer<Long> told, JobContext context)
            throws IOException {
        WholeFolder.replace(folder, part -> {
            try (var packing = new Packing(part, tokenizer, rules, told, context);
                    var all = texts.open()) {
                all.forEachOrdered(packing::add);
                packing.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    /// @param folder that [#pack] has filled
    public static PackedCorpus open(String name, Path folder) throws IOException {
        var counts = JSON.readValue(folder.resolve(COUNTS).toFile(), Counts.class);
        return new PackedCorpus(
                name, counts, PieceFile.open(folder.resolve(LEARNT)), PieceFile.open(folder.resolve(HELD_OUT)));
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(COUNTS));
    }

    public String name() {
        return name;
    }

    public Counts counts() {
        return counts;
    }

    PieceFile learnt() {
        return learnt;
    }

    PieceFile heldOut() {
        return heldOut;
    }

    /// Whether a text is held out: by its id alone, so the same ones are in every run.
    static boolean isHeldOut(String id, double share) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < id.length(); i++) hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        return (Chance.mixed(hash) >>> 11) * 0x1.0p-53 < share;
    }

    /// @param least words, whatever stands between spaces
    static boolean isTooShort(String text, int least) {
        int found = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && !inside && ++found >= least) return false;
            inside = !space;
        }
        return true;
    }

    @Override
    public void close() {
        learnt.close();
        heldOut.close();
    }

    /// Gathers texts until there are enough to keep all processors busy, and writes their pieces.
    private static final class Packing implements AutoCloseable {

        /// A part of a text.
        private record Stretch(String text, boolean heldOut, boolean first, boolean last) {}

        private final Path folder;
        private final Tokenizer tokenizer;
        private final Rules rules;
        private final Consumer<Long> told;
        private final JobContext context;
        private final PieceFile.Writer learnt;
        private final PieceFile.Writer heldOut;
        private final List<Stretch> waiting = new ArrayList<>();
        private int gathered;
        private long texts;
        private long heldOutTexts;
        private long tooShort;
        private long characters;
        private long words;

        Packing(Path folder, Tokenizer tokenizer, Rules rules, Consumer<Long> told, JobContext context)
                throws IOException {
            this.folder = folder;
            this.tokenizer = tokenizer;
            this.rules = rules;
            this.told = told;
            this.context = context;
            learnt = new PieceFile.Writer(folder.resolve(LEARNT));
            heldOut = new PieceFile.Writer(folder.resolve(HELD_OUT));
        }

        void add(Texts.Text text) {
            if (isTooShort(text.text(), rules.leastWords())) {
                tooShort++;
                return;
            }
            boolean held = isHeldOut(text.id(), rules.heldOut());
            if (held) heldOutTexts++;
            else {
                texts++;
                characters += text.text().length();
            }
            int from = 0;
            while (from < text.text().length()) {
                int to = end(text.text(), from);
                var part = text.text().substring(from, to);
                waiting.add(new Stretch(part, held, from == 0, to == text.text().length()));
                gathered += part.length();
                if (gathered >= AT_ONCE) write();
                from = to;
            }
        }

        /// At a space, if there is one.
        private static int end(String text, int from) {
            if (text.length() - from <= STRETCH) return text.length();
            int space = text.lastIndexOf(' ', from + STRETCH);
            if (space > from) return space;
            int hard = from + STRETCH;
            return Character.isLowSurrogate(text.charAt(hard)) ? hard - 1 : hard;
        }

        private void write() {
            context.checkCancelled();
            var encodings =
                    tokenizer.encodeAll(waiting.stream().map(Stretch::text).toList());
            try {
                for (int i = 0; i < encodings.size(); i++) write(waiting.get(i), encodings.get(i));
            } catch (IOException e) {
                throw new UncheckedIOException(new IOException(
                        "Cannot write the pieces of the texts to " + folder + " (" + e.getMessage()
                                + "). Is the disk full? They take about a byte for each character.",
                        e));
            }
            waiting.clear();
            gathered = 0;
            told.accept(texts + heldOutTexts);
        }

        private void write(Stretch stretch, Encoding encoding) throws IOException {
            var out = stretch.heldOut() ? heldOut : learnt;
            var ids = encoding.ids();
            var sentences = Sentences.of(stretch.text(), _ -> true);
            int sentence = 0;
            for (int i = 0; i < ids.length; i++) {
                int flags = 0;
                if (encoding.startsWord(i)) {
                    flags |= PieceFile.WORD;
                    if (!stretch.heldOut()) words++;
                }
                if (sentence < sentences.size()
                        && encoding.spans().get(i).end()
                                > sentences.get(sentence).start()) {
                    flags |= PieceFile.SENTENCE;
                    while (sentence < sentences.size()
                            && sentences.get(sentence).start()
                                    < encoding.spans().get(i).end()) sentence++;
                }
                if (i == 0 && stretch.first()) flags |= PieceFile.TEXT;
                out.add(ids[i] | flags);
            }
            if (stretch.last()) out.add(tokenizer.sep() | PieceFile.SEPARATOR);
        }

        void finish() throws IOException {
            write();
            close();
            var counts = new Counts(
                    texts,
                    heldOutTexts,
                    tooShort,
                    characters,
                    words,
                    learnt.written() - texts,
                    heldOut.written() - heldOutTexts);
            Files.write(folder.resolve(COUNTS), JSON.writeValueAsBytes(counts));
        }

        @Override
        public void close() throws IOException {
            learnt.close();
            heldOut.close();
        }
    }
}
