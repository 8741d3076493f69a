package org.biogloss.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which pairs of mentions a head for relations can judge, and what it calls their types.
///
/// Corpora name types in their own ways (`GENE-Y`, `drug_n`, `brand`), and put the same dummy in place of
/// those that they hold for alike; so types are told apart by their dummies, and a mention's type is looked
/// up by its dummy's name.
final class PairTypes {

    /// A drug is a chemical, whichever of the two a project calls it.
    private static final Map<String, String> ALSO = Map.of("CHEMICAL", "DRUG", "DRUG", "CHEMICAL");

    /// By the dummy's name, one of the types that it stands for.
    private final Map<String, String> known = new HashMap<>();

    PairTypes(Dummies dummies) {
        dummies.byType().forEach((type, dummy) -> {
            if (!type.contains("|")) known.putIfAbsent(dummy.substring(1, dummy.length() - 1), type);
        });
    }

    /// What the head calls this type of mentions; nothing if it knows none like it.
    Optional<String> of(String mentionType) {
        return dummy(mentionType).map(known::get);
    }

    /// Whether the head has learnt of such pairs: of two different types, or of the only one it knows.
    boolean ties(String mentionType, String other) {
        var one = dummy(mentionType);
        var two = dummy(other);
        return one.isPresent() && two.isPresent() && (known.size() == 1 || !one.equals(two));
    }

    private Optional<String> dummy(String mentionType) {
        var name = mentionType.toUpperCase(Locale.ROOT);
        return List.of(name, ALSO.getOrDefault(name, name)).stream()
                .filter(known::containsKey)
                .findFirst();
    }
}
