/// The Tokenizer Lab: a text and a corpus as several vocabularies see them, side by side.
///
/// A [org.biogloss.ui.tokens.TokensDesk] brings vocabularies and corpora; [org.biogloss.ui.tokens.TokensViewModel]
/// holds what is shown and what one can do; [org.biogloss.ui.tokens.TokensPage] puts it into the window.
@NullMarked
package org.biogloss.ui.tokens;

import org.jspecify.annotations.NullMarked;
