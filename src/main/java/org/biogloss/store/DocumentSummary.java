package org.biogloss.store;

import org.biogloss.document.DocumentStatus;

/// What a list shows of a document without reading its text.
///
/// @param confirmed annotations that count as true
/// @param suggested annotations that wait for a person
/// @param year      empty where unknown
/// @param journal   empty where unknown
public record DocumentSummary(
        String id, String title, DocumentStatus status, int confirmed, int suggested, String year, String journal) {}
