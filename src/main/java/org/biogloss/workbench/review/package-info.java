/// What a curator looks over before or after the fact: all occurrences of a name, all suggestions above a confidence,
/// and
/// where a project contradicts itself.
///
/// Documents come from a [org.biogloss.store.ProjectStore], read only; what a person decides goes out as
/// [org.biogloss.store.DocumentEdit]s, which the caller performs as one action.
@NullMarked
package org.biogloss.workbench.review;

import org.jspecify.annotations.NullMarked;
