/// The page where a person shapes what a project knows: types, relations, attributes, labels, terminologies.
///
/// The schema and its counts come in through [org.biogloss.ui.schema.SchemaDesk], terminologies through
/// [org.biogloss.ui.schema.TermsDesk]; changes go out by them, each an action that can be undone.
@NullMarked
package org.biogloss.ui.schema;

import org.jspecify.annotations.NullMarked;
