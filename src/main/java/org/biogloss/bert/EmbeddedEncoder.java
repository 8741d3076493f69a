package org.biogloss.bert;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.biogloss.tokens.Tokenizer;

/// The general-domain encoders that come with BioGloss, as ONNX files on the class path.
///
/// @param layers of width 384
/// @param file   the name of both resources, without their endings
public record EmbeddedEncoder(String id, int layers, String file) {

    /// The smallest first.
    public static final List<EmbeddedEncoder> ALL = List.of(
            new EmbeddedEncoder(Checkpoint.EMBEDDED, 6, "/all-minilm-l6-v2"),
            new EmbeddedEncoder("bge-small", 12, "/bge-small-en-v1.5"),
            new EmbeddedEncoder("e5-small", 12, "/e5-small-v2"));

    static Optional<EmbeddedEncoder> named(String id) {
        return ALL.stream().filter(encoder -> encoder.id.equals(id)).findFirst();
    }

    Checkpoint open() throws IOException {
        var weights = new OnnxFile(resource(file + ".onnx"), id);
        return new Checkpoint(id, BertConfig.miniature(layers), tokenizer(), weights, List.of(), Optional.empty());
    }

    /// The vocabulary alone: BERT's uncased one, the same in all of them.
    public Tokenizer tokenizer() throws IOException {
        return Tokenizer.of(resource(file + "-tokenizer.json"), id);
    }

    private byte[] resource(String name) throws IOException {
        try (var in = EmbeddedEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Cannot open the encoder " + id + ": " + name
                        + " is not on the class path. Build BioGloss again with Maven.");
            }
            return in.readAllBytes();
        }
    }
}
