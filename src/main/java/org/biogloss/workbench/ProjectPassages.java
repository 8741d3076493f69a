package org.biogloss.workbench;

import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectStore;
import org.biogloss.tokens.compare.Passages;

/// Documents of a project with their confirmed mentions, as texts to measure.
///
/// @param ids which ones; nothing for all of them
public record ProjectPassages(String name, ProjectStore store, Optional<List<String>> ids) implements Passages {

    @Override
    public void each(Taker taker, JobContext context) {
        var wanted = ids.orElseGet(store::ids);
        for (int i = 0; i < wanted.size(); i++) {
            context.checkCancelled();
            store.find(wanted.get(i)).map(Passage::of).ifPresent(taker::take);
            context.report(new Progress(i + 1L, wanted.size(), name));
        }
    }
}
