package org.biogloss.store;

import org.biogloss.document.Standing;

/// How many annotations of one type stand one way in one layer, over the whole project.
///
/// @param kind `mention`, `relation` or `label`
public record TypeCount(String layer, String kind, String type, Standing standing, long count) {}
