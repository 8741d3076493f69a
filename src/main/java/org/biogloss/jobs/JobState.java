package org.biogloss.jobs;

/// Where a job stands.
public sealed interface JobState<R> {

    record Waiting<R>() implements JobState<R> {}

    record Running<R>(Progress progress) implements JobState<R> {}

    record Done<R>(R result) implements JobState<R> {}

    record Failed<R>(Throwable cause) implements JobState<R> {}

    record Cancelled<R>() implements JobState<R> {}

    default boolean isOver() {
        return switch (this) {
            case Waiting<R> _, Running<R> _ -> false;
            case Done<R> _, Failed<R> _, Cancelled<R> _ -> true;
        };
    }
}
