package org.biogloss.jobs;

/// A piece of work that takes a while and has a result.
@FunctionalInterface
public interface Job<R> {

    R run(JobContext context) throws Exception;
}
