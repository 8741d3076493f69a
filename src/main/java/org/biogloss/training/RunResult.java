package org.biogloss.training;

import java.util.Optional;
import org.biogloss.registry.ModelCard;

/// How a run came to its end, and the model it left; none where it was paused before its first look.
public record RunResult(RunState state, Optional<ModelCard> model) {}
