/// What networks are trained to do, so far: to find mentions. For each task, how an example is encoded, which head the
/// network has, how its scores are decoded and how it is measured.
///
/// In go texts (and, to learn, the mentions in them); out come predicted mentions with UTF-16 spans. `TokenLearner`
/// makes a model, `Tagger` uses one, `NerScores` says how good it is.
@NullMarked
package org.biogloss.tasks;

import org.jspecify.annotations.NullMarked;
