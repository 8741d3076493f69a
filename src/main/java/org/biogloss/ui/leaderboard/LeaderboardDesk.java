package org.biogloss.ui.leaderboard;

import java.io.IOException;
import org.biogloss.benchmark.Leaderboard;

/// What the leaderboard needs of the program. It touches the disk: not called on the window's thread.
public interface LeaderboardDesk {

    /// What is published and what was measured here.
    Leaderboard board() throws IOException;
}
