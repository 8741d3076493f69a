/// BLURB: its data sets, how each is measured, what others have published, and how models here compare.
///
/// A [org.biogloss.benchmark.Row] says how good one model is on each [org.biogloss.benchmark.BlurbSet]. Rows of others
/// come from a table with sources ([org.biogloss.benchmark.Published]), those made here by
/// [org.biogloss.benchmark.RowMaker] lie in files ([org.biogloss.benchmark.LocalRows]). The
/// [org.biogloss.benchmark.Leaderboard] puts them in order and writes them down.
@NullMarked
package org.biogloss.benchmark;

import org.jspecify.annotations.NullMarked;
