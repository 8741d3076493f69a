package org.biogloss.workbench;

import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.IndexSnapshot;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.store.ProjectStore;

/// One search in a project that nobody here has open.
public final class ProjectSearch {

    private ProjectSearch() {}

    /// Brings the index up to date first, unless another process has the project open: then that one sees to it, and
    /// what it did in the last seconds may not be found yet.
    public static SearchResults once(Path project, SearchRequest request) {
        if (ProjectStore.isHeld(project)) {
            try (var index = IndexSnapshot.open(project.resolve("index"))) {
                return index.search(request);
            }
        }
        try (var jobs = new Jobs();
                var workbench = Workbench.open(project, new Models(List.of()), jobs)) {
            workbench.bringIndexUpToDate(JobContext.silent());
            return workbench.search(request);
        }
    }
}
