package org.biogloss.ui.review;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.kit.Workspace;
import org.biogloss.workbench.Review;

/// The review page with its place on the rail: occurrences, suggestions in bulk, consistency.
public final class ReviewPage implements Workspace {

    /// The tabs, by the names that commands and the tour know them by.
    public enum Tab {
        OCCURRENCES,
        ACCEPT,
        CHECK
    }

    private final OccurrencesViewModel occurrences;
    private final AcceptViewModel accept;
    private final CheckViewModel check;
    private final TypeColours colours;
    private final Commands commands;
    private Optional<ReviewView> view = Optional.empty();
    private Tab tab = Tab.OCCURRENCES;

    public ReviewPage(
            Review review,
            Surroundings around,
            TypeColours colours,
            Commands commands,
            Jobs jobs,
            Executor window,
            Notices notices) {
        this.colours = colours;
        this.commands = commands;
        occurrences = new OccurrencesViewModel(review, around, jobs, window, notices);
        accept = new AcceptViewModel(review, around, jobs, window, notices);
        check = new CheckViewModel(review, around, jobs, window, notices);
    }

    public OccurrencesViewModel occurrences() {
        return occurrences;
    }

    public AcceptViewModel accept() {
        return accept;
    }

    public CheckViewModel check() {
        return check;
    }

    /// Keeps what a person turned down and did not apply.
    public void close() {
        occurrences.close();
    }

    @Override
    public String id() {
        return "review";
    }

    @Override
    public String title() {
        return Words.TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-check-square";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) {
            var made = new ReviewView(this, colours);
            view = Optional.of(made);
            new ReviewCommands(this, made).addTo(commands);
            made.show(tab);
        }
        return view.get();
    }

    @Override
    public void shown() {
        if (tab == Tab.ACCEPT) accept.refresh();
        view.ifPresent(ReviewView::focus);
    }

    public void show(Tab wanted) {
        tab = wanted;
        view.ifPresent(shown -> shown.show(wanted));
        if (wanted == Tab.ACCEPT) accept.refresh();
    }

    Tab tab() {
        return tab;
    }
}
