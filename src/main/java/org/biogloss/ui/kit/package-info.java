/// What every page of the window is built from: commands, looks, notices, colours of types, and jobs as properties.
///
/// A page hands in its [org.biogloss.ui.kit.Command]s and its [org.biogloss.ui.kit.Workspace]; the shell shows them.
/// Work comes back to the window's thread through [org.biogloss.ui.kit.FxJob] or [org.biogloss.ui.kit.Fx].
@NullMarked
package org.biogloss.ui.kit;

import org.jspecify.annotations.NullMarked;
