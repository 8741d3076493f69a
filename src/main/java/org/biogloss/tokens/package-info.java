/// Text to word pieces: which pieces a vocabulary makes of a text, and where each stands in it.
///
/// In goes a text, out comes an [org.biogloss.tokens.Encoding] whose spans are UTF-16 offsets into that very text.
/// In go [org.biogloss.document.Texts] of any size, out comes from
/// [org.biogloss.tokens.VocabularyTraining] a vocabulary of their own, with the history of each piece.
@NullMarked
package org.biogloss.tokens;

import org.jspecify.annotations.NullMarked;
