package org.biogloss.workbench.review;

/// An occurrence of a name: one line of a concordance.
public record Hit(Place place, Variant variant, Present present) {}
