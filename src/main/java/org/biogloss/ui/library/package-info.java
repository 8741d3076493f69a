/// The papers of a project: listed, searched, imported.
///
/// Rows come in page by page from a [org.biogloss.ui.library.LibraryDesk]; the paper that a person picks goes out
/// through [org.biogloss.ui.kit.OpenDocument].
@NullMarked
package org.biogloss.ui.library;

import org.jspecify.annotations.NullMarked;
