/// Examples from files: the JSON Lines forms of this program and the files that BLURB's own preprocessing writes.
///
/// In goes a file and the kind of task; out come the examples of that task, offsets in UTF-16, and word of every line
/// that makes no sense. `ExampleFile` reads, `Thinning` takes some of many negatives,
/// `BlindGuess` says what knowing nothing gets.
@NullMarked
package org.biogloss.tasks.examples;

import org.jspecify.annotations.NullMarked;
