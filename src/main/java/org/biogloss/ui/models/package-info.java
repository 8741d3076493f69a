/// Which models there are, what is known of each, and which ones highlight.
///
/// A [org.biogloss.ui.models.ModelsDesk] brings what is on disk; [org.biogloss.ui.models.ModelsViewModel] holds what is
/// shown and
/// what one can do; [org.biogloss.ui.models.ModelsView] draws it.
@NullMarked
package org.biogloss.ui.models;

import org.jspecify.annotations.NullMarked;
