package org.biogloss.tokens.compare;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.tokens.Tokenizer;

/// Vocabularies of a handful of pieces, of the three kinds that there are.
final class SmallVocabularies {

    private static final List<String> FRAME = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    private SmallVocabularies() {}

    /// A WordPiece vocabulary of these pieces, and of `frame`.
    static NamedTokenizer words(Path folder, String name, String... pieces) throws IOException {
        var place = Files.createDirectories(folder.resolve(name));
        var lines = new ArrayList<>(FRAME);
        lines.addAll(List.of(pieces));
        Files.write(place.resolve("vocab.txt"), lines);
        return new NamedTokenizer(name, Tokenizer.open(place));
    }

    /// Bytes, and these merges of two pieces each.
    static NamedTokenizer bytes(Path folder, String name, String... merges) throws IOException {
        var place = Files.createDirectories(folder.resolve(name));
        var pieces = JsonMapper.builder().build().createObjectNode();
        for (var special : List.of("<s>", "<pad>", "</s>", "<unk>", "<mask>")) pieces.put(special, pieces.size());
        IntStream.rangeClosed('!', '~').forEach(c -> pieces.put(Character.toString(c), pieces.size()));
        IntStream.rangeClosed(0xA1, 0x143)
                .filter(c -> c != 0xAD)
                .forEach(c -> pieces.put(Character.toString(c), pieces.size()));
        for (var merge : merges) pieces.put(merge.replace(" ", ""), pieces.size());
        Files.writeString(place.resolve("vocab.json"), pieces.toString());
        Files.write(place.resolve("merges.txt"), List.of(merges));
        return new NamedTokenizer(name, Tokenizer.open(place));
    }
}
