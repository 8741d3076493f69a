/// What several vocabularies make of the same text: piece by piece, and in figures over a whole corpus.
///
/// In go tokenizers with names, and a text or [org.biogloss.tokens.compare.Passages]; out come plain values that a
/// window draws and a command prints: [org.biogloss.tokens.compare.SideBySide],
/// [org.biogloss.tokens.compare.CorpusFigures], [org.biogloss.tokens.compare.TermTable],
/// [org.biogloss.tokens.compare.VocabularyOverlap].
@NullMarked
package org.biogloss.tokens.compare;

import org.jspecify.annotations.NullMarked;
