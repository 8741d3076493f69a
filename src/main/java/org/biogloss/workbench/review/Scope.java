package org.biogloss.workbench.review;

import org.biogloss.search.SearchRequest;

/// Which documents are looked at.
public sealed interface Scope {

    record OneDocument(String id) implements Scope {}

    /// Those that the library was asked for, all of them.
    record Found(SearchRequest request) implements Scope {}

    record Everything() implements Scope {}
}
