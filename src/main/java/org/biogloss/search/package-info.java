/// Finding documents: a Lucene index of a project's texts and of what is said of them.
///
/// An [org.biogloss.document.AnnotatedDocument] enters by `DocumentIndex.update` and becomes index fields
/// (`IndexForm`), its words cut and folded by `FoldingTokenizer`. A person's words enter in a `SearchRequest`, become a
/// `Question` (`QuestionParser`), then a Lucene query (`Translation`), and leave as `SearchResults` with the sentences
/// that answer them (`Snippets`). The index is made from the store and can always be made again; nothing is kept here
/// alone.
@NullMarked
package org.biogloss.search;

import org.jspecify.annotations.NullMarked;
