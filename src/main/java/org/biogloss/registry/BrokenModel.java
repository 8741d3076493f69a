package org.biogloss.registry;

import java.nio.file.Path;

/// A folder that looks like a model and cannot be used.
///
/// @param why in words, for the person
public record BrokenModel(Path folder, String why) {}
