/// Where a person trains: start a run from this project, watch it live, look back at earlier ones.
///
/// Events come from a run's append-only file into a [org.biogloss.ui.training.RunCurve], which
/// [org.biogloss.ui.training.TrainingViewModel] shows and [org.biogloss.ui.training.TrainingView] draws. Training
/// itself
/// happens in a process of its own.
@NullMarked
package org.biogloss.ui.training;

import org.jspecify.annotations.NullMarked;
