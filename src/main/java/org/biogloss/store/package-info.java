/// A project on disk: its documents, what is said of them, and the journal of every change (SQLite).
///
/// Documents come in through an [org.biogloss.store.ImportBatch], changes as
/// [org.biogloss.store.DocumentEdit]s through [org.biogloss.store.ProjectStore#perform]; annotated documents, summaries
/// and history go out. Whatever a verb has returned from is on disk. Trouble comes as a
/// [org.biogloss.store.ProjectException] whose message is for the person.
@NullMarked
package org.biogloss.store;

import org.jspecify.annotations.NullMarked;
