/// The page where one looks over many places at once: all occurrences of a name, all suggestions above a confidence,
/// and
/// where a project contradicts itself.
///
/// What is found comes from [org.biogloss.workbench.Review], in jobs, a batch at a time; what a person decides goes
/// back to
/// it as one action each.
@NullMarked
package org.biogloss.ui.review;

import org.jspecify.annotations.NullMarked;
