package org.biogloss.ui.training;

import org.biogloss.ui.kit.Texts;

/// The words of the training page.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}
}
