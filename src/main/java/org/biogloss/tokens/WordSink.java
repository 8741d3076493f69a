package org.biogloss.tokens;

/// Takes the words of a text, one by one.
@FunctionalInterface
interface WordSink {

    /// @param chars whose first `length` characters are the word; they change afterwards
    void word(char[] chars, int length);
}
