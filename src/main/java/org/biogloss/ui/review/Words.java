package org.biogloss.ui.review;

import java.util.Locale;
import org.biogloss.ui.kit.Texts;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Variant;

/// What the page says of hits, variants and findings.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}

    /// What is at a hit's place already; empty where nothing is.
    static String present(Hit hit) {
        var present = hit.present();
        return TEXT.get("present." + present.kind(), present.what());
    }

    /// Why a variant counts as the name.
    static String reasons(Variant variant) {
        if (variant.tie() == Variant.Tie.UNEXPLAINED) return TEXT.get("tie.UNEXPLAINED");
        var reasons = variant.reasons().stream()
                .sorted()
                .map(reason -> TEXT.get("reason." + reason))
                .toList();
        var spelling = String.join(", ", reasons);
        if (variant.tie() == Variant.Tie.SPELLING) return spelling.isEmpty() ? TEXT.get("asAsked") : spelling;
        var tie = TEXT.get("tie." + variant.tie());
        return spelling.isEmpty() ? tie : tie + ", " + spelling;
    }

    static String kind(Finding.Kind kind) {
        return TEXT.get("kind." + kind);
    }

    static String explained(Finding.Kind kind) {
        return TEXT.get("kind." + kind + ".text");
    }

    /// What is wrong with a place.
    static String finding(Finding finding) {
        return switch (finding) {
            case Finding.OtherType it -> TEXT.get("finding.OTHER_TYPE", it.type(), it.usual(), it.of());
            case Finding.Boundary it -> TEXT.get("finding.BOUNDARY", it.shorter(), it.elsewhere());
            case Finding.Twin it -> TEXT.get("finding.TWIN", it.type(), it.labelled(), it.bare());
            case Finding.NoConcept it ->
                it.usual().isEmpty()
                        ? TEXT.get("finding.NO_CONCEPT", it.type())
                        : TEXT.get("finding.NO_CONCEPT.usual", String.join(", ", it.usual()));
            case Finding.Overlap it -> TEXT.get("finding.OVERLAP", it.type(), it.around());
            case Finding.BrokenRelation it -> TEXT.get("finding.RELATION", it.type(), it.ends());
        };
    }

    /// What mending it would do.
    static String fix(Finding finding) {
        return switch (finding) {
            case Finding.OtherType it -> TEXT.get("fix.OTHER_TYPE", it.usual());
            case Finding.Boundary it -> TEXT.get("fix.BOUNDARY", it.shorter());
            case Finding.Twin it -> TEXT.get("fix.TWIN", it.type());
            case Finding.NoConcept it ->
                it.usual().isEmpty() ? "" : TEXT.get("fix.NO_CONCEPT", String.join(", ", it.usual()));
            case Finding.Overlap _ -> TEXT.get("fix.OVERLAP");
            case Finding.BrokenRelation it -> it.turns() ? TEXT.get("fix.RELATION") : "";
        };
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", fraction * 100);
    }
}
