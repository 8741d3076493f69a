/// The window around every page: rail, bar, palette, sheet of keys, jobs, notices and status.
///
/// Pages come in as [org.biogloss.ui.kit.Workspace]s and what they can do as [org.biogloss.ui.kit.Command]s; what a
/// person picks goes back to them. The window knows no page by name.
@NullMarked
package org.biogloss.ui.shell;

import org.jspecify.annotations.NullMarked;
