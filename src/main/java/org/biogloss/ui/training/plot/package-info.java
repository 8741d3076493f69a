/// Curves over steps, many and long, drawn the same at every zoom.
///
/// [org.biogloss.ui.training.plot.Series] come in, smoothed by [org.biogloss.ui.training.plot.Smoothing]
/// and put together by [org.biogloss.ui.training.plot.Spread]; a [org.biogloss.ui.training.plot.PlotSheet]
/// shows them as [org.biogloss.ui.training.plot.Panel]s under one another. It knows nothing of runs.
@NullMarked
package org.biogloss.ui.training.plot;

import org.jspecify.annotations.NullMarked;
