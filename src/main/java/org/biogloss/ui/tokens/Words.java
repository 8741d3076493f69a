package org.biogloss.ui.tokens;

import org.biogloss.ui.kit.Texts;

/// The words of the Tokenizer Lab.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}
}
