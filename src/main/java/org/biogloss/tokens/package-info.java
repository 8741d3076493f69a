/// Text to word pieces: which pieces a vocabulary makes of a text, and where each stands in it.
///
/// In goes a text, out comes an [org.biogloss.tokens.Encoding] whose spans are UTF-16 offsets into that very text.
@NullMarked
package org.biogloss.tokens;

import org.jspecify.annotations.NullMarked;
