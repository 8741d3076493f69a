/// One open project and its verbs, which the window and the command line share.
///
/// Files, edits and models' suggestions come in through [org.biogloss.workbench.Workbench], are on disk when its verb
/// returns, and reach the search index shortly after; whoever shows the project hears of each
/// [org.biogloss.workbench.ProjectChange]. [org.biogloss.workbench.Settings] are one person's, over all projects.
@NullMarked
package org.biogloss.workbench;

import org.jspecify.annotations.NullMarked;
