/// Work that takes a while: on virtual threads, in one lane for networks, or in a process of its own.
///
/// A [org.biogloss.jobs.Job] goes into [org.biogloss.jobs.Jobs] and comes out as a [org.biogloss.jobs.RunningJob],
/// whose
/// [org.biogloss.jobs.JobState] listeners see. A [org.biogloss.jobs.WorkerProcess] appends to an
/// [org.biogloss.jobs.EventFile], which anybody may follow while it grows. Within a job,
/// [org.biogloss.jobs.Workers] share out its parts over the processors, and a
/// [org.biogloss.jobs.Handover] lets one part read ahead of another.
@NullMarked
package org.biogloss.jobs;

import org.jspecify.annotations.NullMarked;
