/// How a network learns from annotated text: recipes, the loop, runs on disk.
///
/// A [org.biogloss.training.Recipe] (a TOML file) goes into [org.biogloss.training.SeededRuns], which makes a run of
/// each seed: [org.biogloss.training.FineTuning] reads examples, shows them to a learner and leaves a
/// [org.biogloss.training.RunFolder] with the events of the run and the best model as a Hugging Face folder.
/// [org.biogloss.training.Sweep] does so at each point of a grid. [org.biogloss.training.Runs] starts runs in a
/// process of their own and finds them again.
@NullMarked
package org.biogloss.training;

import org.jspecify.annotations.NullMarked;
