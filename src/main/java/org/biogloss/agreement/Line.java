package org.biogloss.agreement;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.biogloss.agreement.Case.Kind;
import org.biogloss.agreement.Case.Thing;

/// A measure by its name, its figure, and which cases keep it from being higher.
public record Line(String name, Figure figure, Behind behind) {

    /// Which cases a figure counts as disagreement.
    ///
    /// @param type only those in which one of the two names a mention so
    public record Behind(Thing thing, Set<Kind> kinds, Optional<String> type) {

        public Behind {
            kinds = Set.copyOf(kinds);
        }

        public boolean holds(Case it) {
            return it.thing() == thing
                    && kinds.contains(it.kind())
                    && type.map(it::isOfType).orElse(true);
        }

        Behind of(String onlyType) {
            return new Behind(thing, kinds, Optional.of(onlyType));
        }
    }

    /// Concepts and attributes are not what the measures of mentions are about.
    static final Behind MENTIONS = new Behind(
            Thing.MENTION,
            EnumSet.of(Kind.ONLY_FIRST, Kind.ONLY_SECOND, Kind.TYPE, Kind.BORDERS, Kind.BORDERS_AND_TYPE),
            Optional.empty());

    static final Behind RELATIONS =
            new Behind(Thing.RELATION, EnumSet.of(Kind.ONLY_FIRST, Kind.ONLY_SECOND, Kind.TYPE), Optional.empty());

    static final Behind LABELS =
            new Behind(Thing.LABEL, EnumSet.of(Kind.ONLY_FIRST, Kind.ONLY_SECOND), Optional.empty());

    static Behind behind(Match match) {
        return switch (match) {
            case EXACT -> MENTIONS;
            case BORDERS -> without(EnumSet.of(Kind.TYPE));
            case TYPE -> without(EnumSet.of(Kind.BORDERS));
            case OVERLAP -> without(EnumSet.of(Kind.TYPE, Kind.BORDERS, Kind.BORDERS_AND_TYPE));
        };
    }

    private static Behind without(Set<Kind> kinds) {
        var left = EnumSet.copyOf(MENTIONS.kinds());
        left.removeAll(kinds);
        return new Behind(Thing.MENTION, left, Optional.empty());
    }
}
