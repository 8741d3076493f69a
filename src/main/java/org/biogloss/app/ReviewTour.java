package org.biogloss.app;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.biogloss.ui.review.ReviewPage;
import org.biogloss.workbench.review.Finding;

/// The tour's way through Review: a name is annotated throughout the project and that is undone, suggestions are
/// counted, and the project is checked.
record ReviewTour(Tour tour) {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    void walk() throws Exception {
        Tour.onWindow(() -> {
            tour.project().shell().show("review");
            return true;
        });
        occurrences();
        show(ReviewPage.Tab.ACCEPT);
        Tour.until(
                "the suggestions are counted",
                () -> page().accept().surveyedProperty().get());
        tour.picture("review-suggestions");
        check();
        tour.resize(WIDTH, HEIGHT);
    }

    private void occurrences() throws Exception {
        show(ReviewPage.Tab.OCCURRENCES);
        var name = frequentName();
        var start = Instant.now();
        Tour.onWindow(() -> {
            page().occurrences().find(name, "Chemical", List.of());
            return true;
        });
        Tour.until(
                "occurrences of " + name + " are found",
                () -> page().occurrences().tallyProperty().get().hits() > 0);
        tour.report().took("find the first occurrences of a name in the project", start);
        for (int width : List.of(1000, 1920)) {
            tour.resize(width, width == 1000 ? 700 : 980);
            tour.clearNews();
            tour.picture("review-occurrences-" + width);
        }
        tour.resize(WIDTH, HEIGHT);
    }

    /// What is annotated first in the project, so that there is something to find.
    private String frequentName() throws IOException {
        var workbench = tour.project().workbench();
        for (var id : workbench.store().ids()) {
            var document = workbench.document(id);
            var mention = document.mentions(workbench.activeLayer()).findFirst();
            if (mention.isPresent()) return mention.get().in(document.text());
        }
        throw new IOException("The project has no mention to look for.");
    }

    private void check() throws Exception {
        show(ReviewPage.Tab.CHECK);
        var start = Instant.now();
        Tour.onWindow(() -> {
            page().check().kindProperty().set(Finding.Kind.TWIN);
            page().check().check();
            return true;
        });
        Tour.until(
                "the project is checked",
                () -> !page().check().runningProperty().get());
        tour.report().took("check the project for contradictions", start);
        tour.picture("review-check");
    }

    private void show(ReviewPage.Tab tab) throws Exception {
        Tour.onWindow(() -> {
            page().show(tab);
            return true;
        });
    }

    private ReviewPage page() {
        return tour.project().review();
    }
}
