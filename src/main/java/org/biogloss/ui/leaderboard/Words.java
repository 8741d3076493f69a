package org.biogloss.ui.leaderboard;

import org.biogloss.ui.kit.Texts;

/// The words of the leaderboard.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}
}
