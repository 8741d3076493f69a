package org.biogloss.document;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Something said of a document: that a stretch names an entity, that two are related, that a label fits the whole.
public sealed interface Annotation permits Mention, Relation, DocumentLabel {

    /// The attribute in which a person's note on a mention or relation stands.
    String NOTE = "note";

    /// Unique within the document.
    String id();

    /// Whose set it belongs to: a person's or a corpus's layer, or a model's id.
    String layer();

    /// Entity type, relation type, or the label itself.
    String type();

    Source source();

    /// What else is said of it, by name; of a label nothing.
    Map<String, String> attributes();

    /// The same annotation, in this layer and from this source.
    Annotation from(String layer, Source source);

    /// The same annotation with these attributes and no others.
    ///
    /// @throws IllegalArgumentException if it is a label, which has none
    Annotation with(Map<String, String> newAttributes);

    /// What a person has written on it; empty if nothing.
    default String note() {
        return attributes().getOrDefault(NOTE, "");
    }

    /// The same annotation with this attribute at this value; without it where the value is empty.
    default Annotation with(String attribute, String value) {
        var changed = new HashMap<>(attributes());
        if (value.isEmpty()) changed.remove(attribute);
        else changed.put(attribute, value);
        return with(changed);
    }

    default Standing standing() {
        return source().standing();
    }

    /// An id that no other annotation has: 60 random bits, 12 characters.
    static String freshId() {
        long bits = Fresh.RANDOM.nextLong() >>> 4;
        var id = new StringBuilder(12);
        for (int i = 0; i < 12; i++, bits >>>= 5)
            id.append("0123456789abcdefghjkmnpqrstvwxyz".charAt((int) (bits & 31)));
        return id.toString();
    }

    /// Holds the one random source, made on first use.
    final class Fresh {
        private static final RandomGenerator RANDOM = new SecureRandom();

        private Fresh() {}
    }
}
