/// The papers of the project: the list, finding in it, and bringing new ones in.
///
/// A [org.biogloss.ui.library.LibraryDesk] brings pages of the list and answers searches;
/// [org.biogloss.ui.library.LibraryViewModel] holds what is shown and asks for pages as they come into sight;
/// [org.biogloss.ui.library.LibraryView] draws it. Choosing a row opens the document in the reader.
@NullMarked
package org.biogloss.ui.library;

import org.jspecify.annotations.NullMarked;
