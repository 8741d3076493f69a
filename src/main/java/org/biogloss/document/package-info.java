/// A text and what is said of it.
///
/// Readers of files make an [org.biogloss.document.AnnotatedDocument]; a person or a network adds to it by
/// [org.biogloss.document.Edit]s; the store, the index and the writers read it. Nothing here knows a file, a window or
/// a tensor. Many texts together, too many for memory, are [org.biogloss.document.Texts].
@NullMarked
package org.biogloss.document;

import org.jspecify.annotations.NullMarked;
