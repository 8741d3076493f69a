/// How a network learns a language from plain text, by guessing what is hidden in it.
///
/// A [org.biogloss.training.PretrainingRecipe] goes into [org.biogloss.training.pretraining.Pretraining].
/// Texts become a [org.biogloss.training.pretraining.PackedCorpus] on disk;
/// [org.biogloss.training.pretraining.Showing] says which of its rows are shown when,
/// [org.biogloss.training.pretraining.MaskedRows] hides some of their pieces; the run's folder has events,
/// checkpoints and the model as a Hugging Face folder, as every run's has.
@NullMarked
package org.biogloss.training.pretraining;

import org.jspecify.annotations.NullMarked;
