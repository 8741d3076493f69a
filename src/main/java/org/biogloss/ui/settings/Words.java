package org.biogloss.ui.settings;

import org.biogloss.ui.kit.Texts;

/// The words of the settings.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}
}
