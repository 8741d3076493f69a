package org.biogloss.bert;

/// What stands on the encoder: one task's way from hidden states to scores.
///
/// @param name    empty for the only head of a model, whose tensors then have the names that
///     `transformers` gives them; else its tensors are `heads.NAME.…`
/// @param outputs scores for each thing that is scored
/// @param weight  how much its loss counts beside that of other heads
public record Head(String name, Form form, int outputs, Loss loss, double weight) {

    /// From where in the encoder's last hidden states it reads.
    public enum Form {
        /// A linear layer on every piece, as in `AutoModelForTokenClassification`.
        EACH_PIECE,
        /// The family's own classifier of whole rows, as in `AutoModelForSequenceClassification`.
        FIRST_PIECE,
        /// Two pooled places (see [PieceBatch#withPlaces]), side by side, and a linear layer.
        /// `transformers` has no class for it.
        PLACES_2,
        /// What stood at the masked places: a dense layer, a norm, and the product with the word embeddings,
        /// as in `AutoModelForMaskedLM`.
        MASKED,
        /// The same, and whether the second text of a row follows the first one, as in `BertForPreTraining`.
        MASKED_WITH_NEXT;

        /// Whether it guesses pieces that are masked.
        public boolean isMasked() {
            return this == MASKED || this == MASKED_WITH_NEXT;
        }
    }

    /// How far scores are from targets.
    public enum Loss {
        /// One class of many.
        CROSS_ENTROPY,
        /// Each output says yes or no by itself.
        SIGMOID,
        /// Each output is a number.
        SQUARED
    }

    public Head {
        if (!name.matches("[A-Za-z0-9_-]*")) throw new IllegalArgumentException("No name for a head: " + name);
        if (outputs < 1) throw new IllegalArgumentException("A head with " + outputs + " outputs");
        if (!(weight > 0)) throw new IllegalArgumentException("A head that counts " + weight);
    }

    /// The only head of a model.
    public static Head only(Form form, int outputs, Loss loss) {
        return new Head("", form, outputs, loss, 1);
    }

    /// The head of pretraining: a score for each of so many pieces at each masked place.
    public static Head masked(int vocabulary) {
        return only(Form.MASKED, vocabulary, Loss.CROSS_ENTROPY);
    }

    /// The same, and a judgement of a row's second text; see [Targets.Masked].
    public static Head maskedWithNext(int vocabulary) {
        return only(Form.MASKED_WITH_NEXT, vocabulary, Loss.CROSS_ENTROPY);
    }

    /// The only head of a model that gives each piece one of so many labels.
    public static Head ofPieces(int labels) {
        return only(Form.EACH_PIECE, labels, Loss.CROSS_ENTROPY);
    }
}
