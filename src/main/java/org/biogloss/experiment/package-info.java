/// The paper's comparisons, run whole by one command: vocabularies, pretraining, fine-tuning, and a report.
///
/// In go committed recipes and a folder, out come the runs of all recipes in that folder, and a page with what they
/// came
/// to. What is finished is not done again.
@NullMarked
package org.biogloss.experiment;

import org.jspecify.annotations.NullMarked;
