package org.biogloss.ui.review;

import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;
import org.biogloss.search.SearchRequest;
import org.biogloss.workbench.review.Scope;

/// What the page needs of the window around it.
public interface Surroundings {

    /// The document that the reader shows.
    Optional<String> openDocument();

    /// What the library is asked for, if it is asked for less than everything.
    Optional<SearchRequest> question();

    /// Opens the document in the reader, at the place.
    void open(String documentId, Span place);

    /// The types that mentions may have.
    List<String> types();

    /// Which documents to look at.
    enum Reach {
        DOCUMENT,
        FOUND,
        EVERYTHING
    }

    /// Nothing where no document is open, or the library is asked for nothing.
    default Optional<Scope> scope(Reach reach) {
        return switch (reach) {
            case DOCUMENT -> openDocument().map(Scope.OneDocument::new);
            case FOUND -> question().map(Scope.Found::new);
            case EVERYTHING -> Optional.of(new Scope.Everything());
        };
    }
}
