package org.biogloss.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Span;

/// Cuts text into the word pieces of one vocabulary. Any number of threads may use it at once.
public final class Tokenizer implements AutoCloseable {

    private static final Map<String, String> WHOLE_TEXTS =
            Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false");

    private final HuggingFaceTokenizer pieces;
    private final byte[] json;
    private final Vocabulary vocabulary;

    private Tokenizer(HuggingFaceTokenizer pieces, byte[] json, Vocabulary vocabulary) {
        this.pieces = pieces;
        this.json = json;
        this.vocabulary = vocabulary;
    }

    /// Opens a model folder's tokenizer: `tokenizer.json`, or else `vocab.txt`.
    ///
    /// @throws IOException with words, if neither is there or the file makes no sense
    public static Tokenizer open(Path folder) throws IOException {
        var file = folder.resolve("tokenizer.json");
        if (Files.exists(file)) return of(Files.readAllBytes(file), file.toString());
        var list = folder.resolve("vocab.txt");
        if (Files.exists(list)) return of(WordPieceFile.read(list), list.toString());
        throw new IOException("Cannot open the tokenizer of " + folder
                + ": it has neither tokenizer.json nor vocab.txt. Copy one of them from where the model came from.");
    }

    /// @param json  the content of a `tokenizer.json`
    /// @param where what to call it in messages
    public static Tokenizer of(byte[] json, String where) throws IOException {
        JsonNode tree;
        try {
            tree = JsonMapper.builder().build().readTree(json);
        } catch (IOException e) {
            throw new IOException("Cannot read " + where + ": it is not JSON (" + firstLine(e) + ").", e);
        }
        var vocabulary = Vocabulary.of(tree, where);
        var whole = withoutLimits(tree);
        try {
            var pieces = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(whole), WHOLE_TEXTS);
            return new Tokenizer(pieces, whole, vocabulary);
        } catch (RuntimeException e) {
            throw new IOException("Cannot read " + where + ": " + firstLine(e), e);
        }
    }

    public Encoding encode(String text) {
        return read(text, pieces.encode(wellFormed(text), false, false));
    }

    /// The same as one by one, on all processors.
    public List<Encoding> encodeAll(List<String> texts) {
        if (texts.isEmpty()) return List.of();
        var raw = pieces.batchEncode(texts.stream().map(Tokenizer::wellFormed).toList(), false, false);
        var encodings = new ArrayList<Encoding>(raw.length);
        for (int i = 0; i < raw.length; i++) encodings.add(read(texts.get(i), raw[i]));
        return encodings;
    }

    public int vocabularySize() {
        return vocabulary.size();
    }

    /// All pieces, each at its id; `[unused]` where an id has none.
    public List<String> vocabulary() {
        return vocabulary.pieces();
    }

    public Optional<Integer> id(String piece) {
        return vocabulary.id(piece);
    }

    public int cls() {
        return vocabulary.special("[CLS]", "<s>");
    }

    public int sep() {
        return vocabulary.special("[SEP]", "</s>");
    }

    public int pad() {
        return vocabulary.special("[PAD]", "<pad>");
    }

    public int unk() {
        return vocabulary.special("[UNK]", "<unk>");
    }

    public int mask() {
        return vocabulary.special("[MASK]", "<mask>");
    }

    /// Whether upper and lower case make the same pieces.
    public boolean lowerCases() {
        return Arrays.equals(encode("DNA").ids(), encode("dna").ids());
    }

    /// Writes the files that `transformers` wants beside a model.
    public void save(Path folder) throws IOException {
        Files.write(folder.resolve("tokenizer.json"), json);
        WordPieceFile.write(folder, this);
    }

    @Override
    public void close() {
        pieces.close();
    }

    /// A length to cut or fill up to belongs to a use of the vocabulary, not to the vocabulary.
    private static byte[] withoutLimits(JsonNode tree) throws IOException {
        if (tree instanceof ObjectNode json) json.putNull("truncation").putNull("padding");
        return JsonMapper.builder().build().writeValueAsBytes(tree);
    }

    private static Encoding read(String text, ai.djl.huggingface.tokenizers.Encoding raw) {
        var ids = raw.getIds();
        var spans = new ArrayList<Span>(ids.length);
        var offsets = new CodePointOffsets(text);
        for (CharSpan span : raw.getCharTokenSpans()) {
            int end = offsets.toUnit(span.getEnd());
            spans.add(new Span(offsets.toUnit(span.getStart()), withMarks(text, end)));
        }
        return new Encoding(toInts(ids), Arrays.asList(raw.getTokens()), spans, toInts(raw.getWordIds()));
    }

    /// Accents are stripped before the vocabulary sees a text, and with them they leave the span of their letter.
    private static int withMarks(String text, int end) {
        int at = end;
        while (at > 0 && at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.getType(point) != Character.NON_SPACING_MARK) break;
            at += Character.charCount(point);
        }
        return at;
    }

    private static int[] toInts(long[] values) {
        var ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) ints[i] = (int) values[i];
        return ints;
    }

    /// Half a surrogate pair has no UTF-8 form; the replacement character has the same length.
    private static String wellFormed(String text) {
        int broken = firstLoneSurrogate(text, 0);
        if (broken < 0) return text;
        var repaired = new StringBuilder(text);
        for (; broken >= 0; broken = firstLoneSurrogate(text, broken + 1)) repaired.setCharAt(broken, '\uFFFD');
        return repaired.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) continue;
            boolean paired = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) return i;
            i++;
        }
        return -1;
    }

    private static String firstLine(Exception e) {
        var message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
