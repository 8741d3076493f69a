package org.biogloss.search;

import java.util.List;
import java.util.Optional;

/// What a query means, before it is known how an index answers it.
sealed interface Question {

    record Everything() implements Question {}

    /// Words to be found, in a field or anywhere.
    ///
    /// @param field as typed, known to the index
    /// @param text  as typed, without quotes or the final star
    record Text(Optional<String> field, String text, Match match) implements Question {}

    record AllOf(List<Question> parts) implements Question {}

    record AnyOf(List<Question> parts) implements Question {}

    record Not(Question part) implements Question {}

    /// How closely words must agree with the text.
    enum Match {
        /// Singular and plural count as one.
        WORD,
        /// Quoted: these forms, in this order.
        PHRASE,
        /// The last word goes on in any way.
        PREFIX
    }
}
