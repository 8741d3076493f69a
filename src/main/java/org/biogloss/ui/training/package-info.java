/// Where a person trains: start a run from this project or a recipe, watch it live, lay runs over each other.
///
/// Events come from runs' append-only files through [org.biogloss.ui.training.FollowedRuns] into
/// [org.biogloss.ui.training.RunCurve]s, which [org.biogloss.ui.training.TrainingViewModel] shows and
/// [org.biogloss.ui.training.TrainingView] draws. Training itself happens in processes of their own.
@NullMarked
package org.biogloss.ui.training;

import org.jspecify.annotations.NullMarked;
