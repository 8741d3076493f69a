package org.biogloss.ui.library;

import org.biogloss.document.DocumentStatus;
import org.biogloss.ui.kit.Texts;

/// The library's words for what the engine knows by name.
final class Words {

    static final Texts TEXT = new Texts(Words.class);

    private Words() {}

    static String of(DocumentStatus status) {
        return switch (status) {
            case NEW -> TEXT.get("status.new");
            case IN_PROGRESS -> TEXT.get("status.inProgress");
            case DONE -> TEXT.get("status.done");
            case NEEDS_REVIEW -> TEXT.get("status.needsReview");
        };
    }

    /// The style of its badge.
    static String badge(DocumentStatus status) {
        return switch (status) {
            case NEW -> "neutral";
            case IN_PROGRESS -> "accent";
            case DONE -> "success";
            case NEEDS_REVIEW -> "warning";
        };
    }
}
