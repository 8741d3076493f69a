/// Every file format, one reader and one writer each, and the report of what an import did.
///
/// Files enter through [org.biogloss.format.Importer], which finds out their [org.biogloss.format.Format] from what
/// is in them. A reader makes a `RawDocument` whose offsets are still the file's; `Assembly` finds out how the file
/// counts, converts to UTF-16, repairs what it can, and hands [org.biogloss.document.AnnotatedDocument]s to the
/// caller one by one. They leave through [org.biogloss.format.Exporter], which says in words what the format could
/// not hold. [org.biogloss.format.CorpusFiles] reads the texts alone, of any number of files, for those
/// who learn from them.
@NullMarked
package org.biogloss.format;

import org.jspecify.annotations.NullMarked;
