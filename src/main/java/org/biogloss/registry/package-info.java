/// The models on disk and what is known of each.
///
/// Folders go in (a few roots, each with one folder a model in the Hugging Face layout), a
/// [org.biogloss.registry.ModelCard] for each comes out of [org.biogloss.registry.Models]; a folder that cannot be
/// used comes out as a [org.biogloss.registry.BrokenModel] with the reason in words.
@NullMarked
package org.biogloss.registry;

import org.jspecify.annotations.NullMarked;
