package org.biogloss.bert;

import java.util.Locale;
import java.util.Optional;

/// There was not enough memory for a call into the network, on the GPU or beside the processor. What was
/// learnt before the call is as it was; fewer rows at once may fit.
public final class OutOfMemory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private OutOfMemory(Throwable cause) {
        super("The network ran out of memory. Give it fewer or shorter rows at once.", cause);
    }

    /// PyTorch says it by words alone, and differently on each device.
    static Optional<OutOfMemory> in(Throwable failure) {
        var words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean lacked = words.contains("out of memory") || words.contains("can't allocate memory");
        return lacked ? Optional.of(new OutOfMemory(failure)) : Optional.empty();
    }
}
