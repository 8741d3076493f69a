package org.biogloss.document;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts to learn from or to count, in an order that stays. They are read one after the other, as often as needed,
/// and need not fit into memory together.
public interface Texts {

    /// @param id of the document, as its source names it
    record Text(String id, String text) {}

    /// All of them from the beginning, as they are read. Whoever opens the stream closes it.
    ///
    /// @throws IOException with words, if there is no text at all; what fails later, the stream throws unchecked
    Stream<Text> open() throws IOException;

    /// The same, telling meanwhile how many of [#bytes] were read.
    ///
    /// @param read told on any thread
    default Stream<Text> open(LongConsumer read) throws IOException {
        return open();
    }

    /// How much there is on disk, perhaps packed; 0 where nobody knows.
    default long bytes() {
        return 0;
    }

    /// What a person calls them.
    String name();

    /// Texts at hand, named by their numbers from 1.
    static Texts of(String name, List<String> texts) {
        var all = IntStream.range(0, texts.size())
                .mapToObj(i -> new Text(name + "-" + (i + 1), texts.get(i)))
                .toList();
        return new Texts() {
            @Override
            public Stream<Text> open() throws IOException {
                if (all.isEmpty()) throw new IOException("Cannot read " + name + ": there is no text in it.");
                return all.stream();
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
