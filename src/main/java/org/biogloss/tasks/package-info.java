/// What networks are trained to do: the six tasks of BLURB. For each, how an example is encoded, which head
/// the network has, how its scores are decoded and how it is measured.
///
/// In go examples (texts, pairs, questions, and to learn their answers); out come answers, mentions among
/// them with UTF-16 spans. `TaskHead` says what a head is for, `Learner` makes a model, `Solver` uses one,
/// `Tagger` finds mentions with one, and `Scores` says how good it is.
@NullMarked
package org.biogloss.tasks;

import org.jspecify.annotations.NullMarked;
