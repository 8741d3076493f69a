package org.biogloss.training;

import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.TaskHead;

/// The examples of one task, found fit to learn from, and the head that fits them.
record PartData(
        TaskHead head,
        List<? extends Example> train,
        List<? extends Example> dev,
        Optional<List<? extends Example>> test) {}
