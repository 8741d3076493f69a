/// The same engine without a window: one class a command, each a thin layer over the package that does the work.
///
/// Results go to standard output, words about the work to standard error. Exit codes: 0 done; 1 failed; 2 the words
/// were wrong; 3 done, but part of the input was rejected.
@NullMarked
package org.biogloss.cli;

import org.jspecify.annotations.NullMarked;
