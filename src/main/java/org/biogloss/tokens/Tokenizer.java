package org.biogloss.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Cuts text into the word pieces of one vocabulary. Any number of threads may use it at once.
public final class Tokenizer implements AutoCloseable {

    private static final Map<String, String> WHOLE_TEXTS =
            Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false");

    private final HuggingFaceTokenizer pieces;
    private final ObjectNode json;
    private final Vocabulary vocabulary;
    private final SpecialPieces special;
    private final MergeHistory merges;

    private Tokenizer(
            HuggingFaceTokenizer pieces,
            ObjectNode json,
            Vocabulary vocabulary,
            SpecialPieces special,
            MergeHistory merges) {
        this.pieces = pieces;
        this.json = json;
        this.vocabulary = vocabulary;
        this.special = special;
        this.merges = merges;
    }

    /// Opens a model folder's tokenizer: `tokenizer.json`, or else `vocab.txt`, or else `vocab.json` and
    /// `merges.txt`. What `tokenizer_config.json` says of lower case and accents counts more.
    ///
    /// @throws IOException with words, if none is there or the file makes no sense
    public static Tokenizer open(Path folder) throws IOException {
        var file = folder.resolve("tokenizer.json");
        if (Files.exists(file)) {
            var json = tree(Files.readAllBytes(file), file.toString());
            TokenizerJson.overrule(json, SpecialPieces.read(folder.resolve("tokenizer_config.json")));
            return of(json, file.toString(), Optional.of(folder));
        }
        var list = folder.resolve(WordPieceFile.PIECES);
        if (Files.exists(list)) return of(WordPieceFile.read(folder), list.toString(), Optional.of(folder));
        var pairs = folder.resolve(BytePairFile.PIECES);
        if (Files.exists(pairs)) return of(BytePairFile.read(folder), pairs.toString(), Optional.of(folder));
        throw new IOException("Cannot open the tokenizer of " + folder + ": it has neither tokenizer.json nor "
                + "vocab.txt nor vocab.json. Copy one of them from where the model came from.");
    }

    /// @param json  the content of a `tokenizer.json`
    /// @param where what to call it in messages
    public static Tokenizer of(byte[] json, String where) throws IOException {
        return of(tree(json, where), where, Optional.empty());
    }

    private static Tokenizer of(ObjectNode json, String where, Optional<Path> folder) throws IOException {
        var vocabulary = Vocabulary.of(json, where);
        var special = SpecialPieces.usual(vocabulary);
        if (folder.isPresent()) special = special.in(folder.get());
        TokenizerJson.dropLimits(json);
        return of(json, where, vocabulary, special);
    }

    /// A vocabulary that was just made.
    static Tokenizer trained(ObjectNode json, SpecialPieces special, MergeHistory merges) throws IOException {
        var where = "the new vocabulary";
        return of(json, where, Vocabulary.of(json, where), special, merges);
    }

    private static Tokenizer of(ObjectNode json, String where, Vocabulary vocabulary, SpecialPieces special)
            throws IOException {
        return of(json, where, vocabulary, special, new MergeHistory(List.of()));
    }

    private static Tokenizer of(
            ObjectNode json, String where, Vocabulary vocabulary, SpecialPieces special, MergeHistory merges)
            throws IOException {
        var content = new ByteArrayInputStream(JsonMapper.builder().build().writeValueAsBytes(json));
        try {
            var cutter = HuggingFaceTokenizer.newInstance(content, WHOLE_TEXTS);
            return new Tokenizer(cutter, json, vocabulary, special, merges);
        } catch (RuntimeException e) {
            throw new IOException("Cannot read " + where + ": " + firstLine(e), e);
        }
    }

    private static ObjectNode tree(byte[] json, String where) throws IOException {
        try {
            if (JsonMapper.builder().build().readTree(json) instanceof ObjectNode tree) return tree;
        } catch (IOException e) {
            throw new IOException("Cannot read " + where + ": it is not JSON (" + firstLine(e) + ").", e);
        }
        throw new IOException("Cannot read " + where + ": it is not a JSON object.");
    }

    /// The same vocabulary with pieces that a text holds whole, such as `@GENE$` or `[E1]`. Each gets the
    /// id it has, or that of a piece `[unused…]`, or a new one behind all others.
    public Tokenizer withSpecial(List<String> names) throws IOException {
        var changed = json.deepCopy();
        var spare = new ArrayDeque<>(spare());
        int next = vocabulary.size();
        for (var name : names) {
            if (name.isBlank()) throw new IllegalArgumentException("A special piece needs a name");
            int id = vocabulary.id(name).orElse(-1);
            if (id < 0 && !spare.isEmpty()) {
                var replaced = spare.removeFirst();
                id = vocabulary.id(replaced).orElseThrow();
                TokenizerJson.rename(changed, replaced, name);
            }
            TokenizerJson.addWhole(changed, name, id < 0 ? next++ : id);
        }
        return of(changed, "the vocabulary", Vocabulary.of(changed, "the vocabulary"), special);
    }

    /// The same vocabulary of word pieces with some of them only, numbered anew in the given order.
    Tokenizer only(List<Integer> ids) throws IOException {
        var changed = json.deepCopy();
        TokenizerJson.keepOnly(changed, ids);
        return of(changed, "the vocabulary", Vocabulary.of(changed, "the vocabulary"), special);
    }

    /// Pieces that BERT's vocabularies keep free for such names, in the order of their ids.
    private List<String> spare() {
        if (!json.path("model").path("vocab").isObject()) return List.of();
        return vocabulary.pieces().stream()
                .filter(piece -> piece.matches("\\[unused[0-9]+]"))
                .toList();
    }

    public Encoding encode(String text) {
        return NativePieces.encoding(text, pieces.encode(NativePieces.wellFormed(text), false, false));
    }

    /// The same as one by one, on all processors.
    public List<Encoding> encodeAll(List<String> texts) {
        if (texts.isEmpty()) return List.of();
        var raw =
                pieces.batchEncode(texts.stream().map(NativePieces::wellFormed).toList(), false, false);
        var encodings = new ArrayList<Encoding>(raw.length);
        for (int i = 0; i < raw.length; i++) encodings.add(NativePieces.encoding(texts.get(i), raw[i]));
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
        return vocabulary.special(special.cls());
    }

    public int sep() {
        return vocabulary.special(special.sep());
    }

    public int pad() {
        return vocabulary.special(special.pad());
    }

    public int unk() {
        return vocabulary.special(special.unk());
    }

    public int mask() {
        return vocabulary.special(special.mask());
    }

    /// The piece that stands for what the vocabulary cannot spell; one of bytes needs none.
    public OptionalInt unknown() {
        return vocabulary.id(special.unk()).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /// Where a text may be taken apart, so that its parts have the same pieces as the whole.
    public enum Borders {
        /// At white space and at punctuation, as in BERT.
        WORDS,
        /// Before white space, as in GPT-2 and RoBERTa.
        SPACES,
        /// Nobody knows: whole texts only.
        NONE
    }

    public Borders borders() {
        return TokenizerJson.borders(json);
    }

    /// Whether its pieces are runs of bytes, written as letters as GPT-2 does.
    public boolean writesBytes() {
        return TokenizerJson.writesBytes(json);
    }

    /// Pieces that a text holds whole, such as `[MASK]`: never cut, whatever stands in them.
    public List<String> wholePieces() {
        return TokenizerJson.whole(json);
    }

    /// How the pieces came about; without a step, unless the vocabulary was just trained.
    public MergeHistory merges() {
        return merges;
    }

    /// How many separators stand between the two texts of a row.
    public int separatorsBetween() {
        return TokenizerJson.between(json, special);
    }

    /// What stands before a piece that continues a word: `##` in WordPiece, nothing where it is the pieces
    /// that begin a word which are marked.
    public String continuing() {
        return json.path("model").path("continuing_subword_prefix").asText("");
    }

    /// What a piece stands for: with a space in front where it begins a word and the vocabulary says so,
    /// and without the mark of a piece that continues a word.
    public String text(int id) {
        var piece = vocabulary.pieces().get(id);
        var mark = continuing();
        if (mark.isEmpty()) return pieces.decode(new long[] {id}, false);
        return isContinuing(piece) ? piece.substring(mark.length()) : piece;
    }

    /// Whether a piece continues a word, as far as its vocabulary marks those.
    public boolean isContinuing(String piece) {
        var mark = continuing();
        return !mark.isEmpty() && piece.startsWith(mark) && piece.length() > mark.length();
    }

    /// Whether upper and lower case make the same pieces.
    public boolean lowerCases() {
        return Arrays.equals(encode("DNA").ids(), encode("dna").ids());
    }

    /// Writes the files that `transformers` wants beside a model.
    ///
    /// @param kind the class of `transformers` that opens them, such as `BertTokenizer`
    public void save(Path folder, String kind) throws IOException {
        var mapper = JsonMapper.builder().build();
        Files.write(folder.resolve("tokenizer.json"), mapper.writeValueAsBytes(json));
        switch (json.path("model").path("type").asText()) {
            case "WordPiece" -> WordPieceFile.write(folder, vocabulary());
            case "BPE" -> BytePairFile.write(folder, json);
            default -> {} // tokenizer.json alone says it
        }
        var config = mapper.createObjectNode().put("tokenizer_class", kind).put("model_max_length", 512);
        TokenizerJson.putRules(json, config);
        special.putInto(config);
        var map = mapper.createObjectNode();
        special.putInto(map);
        var pretty = mapper.writerWithDefaultPrettyPrinter();
        Files.write(folder.resolve("tokenizer_config.json"), pretty.writeValueAsBytes(config));
        Files.write(folder.resolve("special_tokens_map.json"), pretty.writeValueAsBytes(map));
        if (!merges.steps().isEmpty()) merges.write(folder);
    }

    /// As a BERT's, or as a RoBERTa's if its pieces are made of bytes.
    public void save(Path folder) throws IOException {
        save(folder, TokenizerJson.kind(json));
    }

    @Override
    public void close() {
        pieces.close();
    }

    private static String firstLine(Exception e) {
        var message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
