/// The network, in reading order: its shape (`BertConfig`, what a `Head` adds, `BertShape`), its weights
/// on disk (`SafetensorsFile`, `OnnxFile`, gathered as a `Checkpoint`), where and how it computes
/// (`Compute`), and the network itself: one that reads (`Network`) and one that learns
/// (`LearningNetwork`). Both run the resource `network.py`.
///
/// In go batches of word-piece ids as plain arrays, out come plain arrays of hidden states, scores or
/// losses.
@NullMarked
package org.biogloss.bert;

import org.jspecify.annotations.NullMarked;
