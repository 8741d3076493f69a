/// BLURB's leaderboard: what is published and what was measured here, to sort, filter, compare and plot.
///
/// [org.biogloss.ui.leaderboard.LeaderboardViewModel] holds what is shown,
/// [org.biogloss.ui.leaderboard.LeaderboardView]
/// draws it: the table above, [org.biogloss.ui.leaderboard.ScatterPane] below.
@NullMarked
package org.biogloss.ui.leaderboard;

import org.jspecify.annotations.NullMarked;
