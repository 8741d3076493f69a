package org.biogloss.ui.agree;

import org.biogloss.ui.kit.Texts;

/// The words of the page Agree.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}
}
