package org.biogloss.registry.hub;

import java.util.List;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningSettings;
import org.biogloss.bert.Memory;
import org.biogloss.bert.Parameter;

/// An encoder for biomedical text that is known to be good, and what it would cost on this machine.
///
/// @param config its measures, from which the cost follows before anything is downloaded
public record KnownModel(HubName name, String title, String words, BertConfig config) {

    /// A usual sentence, for what attention costs.
    private static final int LENGTH = 128;

    /// A vocabulary of the domain cuts its words into so many pieces.
    private static final double PIECES_A_WORD = 1.3;

    /// So much of what matrices alone reach is left to a whole network.
    private static final double SHARE = 0.6;

    private static final int BATCH = 16;
    private static final int LONGEST = 256;

    /// What it costs here, roughly.
    ///
    /// @param download       bytes, with weights of four bytes each, as most hubs have them
    /// @param reading        bytes of memory
    /// @param learning       bytes of memory, to fine-tune it in batches of 16 × 256 pieces
    /// @param wordsPerSecond as it reads sentences
    public record Cost(long parameters, long download, long reading, long learning, double wordsPerSecond) {}

    /// The encoders of the paper's table 6 that are made for biomedical text, and two that came after it.
    public static List<KnownModel> all() {
        return List.of(
                new KnownModel(
                        HubName.of("microsoft/BiomedNLP-BiomedBERT-base-uncased-abstract"),
                        "PubMedBERT (BiomedBERT)",
                        "Pretrained from nothing on PubMed abstracts, with their own vocabulary: the paper's model.",
                        large(30_522)),
                new KnownModel(
                        HubName.of("michiyasunaga/BioLinkBERT-base"),
                        "BioLinkBERT",
                        "As PubMedBERT, and it has seen articles beside those they cite: better at questions.",
                        large(28_895)),
                new KnownModel(
                        HubName.of("dmis-lab/biobert-v1.1"),
                        "BioBERT",
                        "Continued from general BERT on PubMed; cased, with the general vocabulary.",
                        large(28_996)),
                new KnownModel(
                        HubName.of("allenai/scibert_scivocab_uncased"),
                        "SciBERT",
                        "Pretrained on papers of all sciences, most of them biomedical, with their own vocabulary.",
                        large(31_090)),
                new KnownModel(
                        HubName.of("bioformers/bioformer-8L"),
                        "Bioformer",
                        "Eight layers of width 512, cased: three times as fast as PubMedBERT, a point below it.",
                        BertConfig.sized(8, 512, 8, 2_048, 32_768, 512)));
    }

    private static BertConfig large(int vocabulary) {
        return BertConfig.sized(12, 768, 12, 3_072, vocabulary, 512);
    }

    /// @param matrixSpeed operations a second that matrices alone reach, see [Compute#matrixSpeed]
    public Cost cost(Compute compute, double matrixSpeed) {
        var head = List.of(Head.ofPieces(3));
        long parameters =
                BertShape.encoder(config).stream().mapToLong(Parameter::size).sum();
        return new Cost(
                parameters,
                Float.BYTES * parameters,
                Memory.ofReading(config, head, compute).bytes(BATCH, LENGTH),
                Memory.ofLearning(config, head, LearningSettings.usual(1), compute)
                        .bytes(BATCH, LONGEST),
                SHARE * matrixSpeed / (operations() * PIECES_A_WORD));
    }

    /// For each piece that is read, a multiplication and its addition counted as two.
    private double operations() {
        double width = config.width();
        return config.layers() * (8 * width * width + 4 * width * config.intermediate() + 4 * LENGTH * width);
    }
}
