/// The text of one document with its marks, and the verbs by which a person corrects them.
///
/// A [org.biogloss.ui.reader.ReaderDesk] brings documents and keeps edits; [org.biogloss.ui.reader.ReaderViewModel]
/// holds what is shown and what one can do; [org.biogloss.ui.reader.MarkPlan] decides where each mark is drawn;
/// [org.biogloss.ui.reader.ReaderView] and [org.biogloss.ui.reader.InspectorView] draw it.
@NullMarked
package org.biogloss.ui.reader;

import org.jspecify.annotations.NullMarked;
