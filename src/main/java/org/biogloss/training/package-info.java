/// How a network learns from annotated text: recipes, the loop, runs on disk.
///
/// A [org.biogloss.training.Recipe] (a TOML file) goes into [org.biogloss.training.FineTuning], which reads
/// examples, shows them to a learner and leaves a [org.biogloss.training.RunFolder]: the events of the run and the
/// best model as a Hugging Face folder. [org.biogloss.training.Runs] starts such runs in a process of their own and
/// finds them again.
@NullMarked
package org.biogloss.training;

import org.jspecify.annotations.NullMarked;
