package org.biogloss.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Parameter;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.EncoderFolder;
import org.biogloss.tokens.VocabularyTrimming;
import org.biogloss.tokens.VocabularyTrimming.Trimmed;

/// An encoder without the pieces that a corpus hardly needs: a third of a small network is embeddings, most of them of
/// words that never stand in a paper. The others keep theirs, so it computes the same wherever no piece is missing.
public final class TrimmedModel {

    private TrimmedModel() {}

    /// @param encoder  an encoder, or a model of which the encoder is taken
    /// @param size     how many pieces are to stay
    /// @param folder   where the new model is to lie; its name is the new id. There must be nothing yet
    /// @param told     what was counted, before the folder is written
    /// @return the card of the new model
    public static ModelCard make(ModelCard encoder, Texts corpus, int size, Path folder, JobContext context, Told told)
            throws IOException {
        if (Files.exists(folder)) {
            throw new IOException("Cannot write a model to " + folder + ": it is there already. Name a new folder.");
        }
        try (var whole = encoder.isEmbedded() ? Checkpoint.embedded(encoder.id()) : Checkpoint.open(encoder.folder())) {
            var trimmed = VocabularyTrimming.trim(whole.tokenizer(), corpus, size, context);
            told.tell(trimmed);
            // Its own tokenizer is all that closing it would close.
            try (var pieces = trimmed.tokenizer()) {
                var smaller = whole.withVocabulary(pieces);
                var card = card(encoder, smaller, folder, corpus);
                WholeFolder.replace(folder, part -> {
                    EncoderFolder.write(part, smaller, true);
                    CardFile.write(card.at(part), CardPage.of(card, LocalDate.now(), ""));
                });
                return card;
            }
        }
    }

    /// Hears what was counted.
    @FunctionalInterface
    public interface Told {
        void tell(Trimmed trimmed);
    }

    private static ModelCard card(ModelCard encoder, Checkpoint smaller, Path folder, Texts corpus) {
        int pieces = smaller.tokenizer().vocabularySize();
        long parameters = BertShape.encoder(smaller.config()).stream()
                .mapToLong(Parameter::size)
                .sum();
        return new ModelCard(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                String.format(Locale.ROOT, "%s, %,d pieces", encoder.name(), pieces),
                folder,
                List.of(),
                List.of(),
                encoder.id(),
                parameters,
                encoder.licence(),
                Map.of(),
                encoder.trainedOn(),
                "The encoder of " + encoder.name() + " without the pieces that " + corpus.name()
                        + " hardly needs: smaller on disk and in memory, the same in what it computes of the others.");
    }
}
