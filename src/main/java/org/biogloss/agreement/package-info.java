/// How far people, or people and models, agree on what they say of the same documents: F1 of mentions and relations,
/// Cohen's and Fleiss' kappa, Krippendorff's alpha, each with a bootstrap interval; and what they disagree on, place by
/// place.
@NullMarked
package org.biogloss.agreement;

import org.jspecify.annotations.NullMarked;
