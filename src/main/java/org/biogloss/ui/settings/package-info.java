/// What a person may choose: looks, where networks compute, which models highlight, names and keys.
///
/// Each choice holds at once and goes out through a [org.biogloss.ui.settings.SettingsDesk], which keeps it.
@NullMarked
package org.biogloss.ui.settings;

import org.jspecify.annotations.NullMarked;
