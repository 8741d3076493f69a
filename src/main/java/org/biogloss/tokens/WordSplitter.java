package org.biogloss.tokens;

/// Cuts a text into the words that a vocabulary is learnt from, plain as the vocabulary will see them. One
/// for each thread.
interface WordSplitter {

    void split(String text, WordSink words);
}
