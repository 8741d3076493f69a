package org.biogloss.workbench.review;

import java.util.Set;
import org.biogloss.search.Spelling;
import org.biogloss.search.Spelling.Difference;

/// One way in which a name is written, and why it counts as the same.
///
/// @param written  as it stands in the texts
/// @param tie      how it belongs to the name that was asked for
/// @param reasons  in what its spelling differs from the name that it is a spelling of
/// @param proposed whether its occurrences are proposed to be annotated
public record Variant(String written, Tie tie, Set<Difference> reasons, boolean proposed) {

    public enum Tie {
        SPELLING,
        /// The abbreviation of the name, in a text that explains it so.
        SHORT_FORM,
        /// What the name abbreviates.
        LONG_FORM,
        /// Written like the abbreviation, in a text that does not say what it stands for.
        UNEXPLAINED
    }

    /// Letters in which `CAT` and `cat` may be told apart.
    private static final int SHORT = 5;

    public Variant {
        reasons = Set.copyOf(reasons);
    }

    /// @param name what it is a spelling of
    static Variant of(String name, String written, Tie tie) {
        var reasons = Spelling.between(name, written);
        boolean doubtful = tie == Tie.UNEXPLAINED
                || reasons.contains(Difference.CASE)
                        && written.length() <= SHORT
                        && Spelling.isAcronym(name) != Spelling.isAcronym(written);
        return new Variant(written, tie, reasons, !doubtful);
    }
}
