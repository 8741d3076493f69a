package org.biogloss.ui.review;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.review.DecisionHistory;
import org.biogloss.workbench.review.SuggestionSurvey;

/// Accepting suggestions above a confidence: how many that would be, and how many of them are likely right.
public final class AcceptViewModel {

    static final int PARTS = 20;

    private record Learnt(SuggestionSurvey survey, DecisionHistory history) {}

    private final Review review;
    private final Surroundings around;
    private final Notices notices;
    private final OneJob job;
    private final ObjectProperty<Surroundings.Reach> reach = new SimpleObjectProperty<>(Surroundings.Reach.EVERYTHING);
    private final DoubleProperty threshold = new SimpleDoubleProperty(0.9);
    private final StringProperty model = new SimpleStringProperty("");
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObservableList<TypeRow> types = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper surveyed = new ReadOnlyBooleanWrapper(false);
    private Optional<Learnt> learnt = Optional.empty();

    AcceptViewModel(Review review, Surroundings around, Jobs jobs, Executor window, Notices notices) {
        this.review = review;
        this.around = around;
        this.notices = notices;
        this.job = new OneJob(jobs, window, notices::fail);
        threshold.subscribe(_ -> count());
        model.subscribe(_ -> showModel());
        reach.addListener((_, _, _) -> refresh());
    }

    public ObjectProperty<Surroundings.Reach> reachProperty() {
        return reach;
    }

    public DoubleProperty thresholdProperty() {
        return threshold;
    }

    public StringProperty modelProperty() {
        return model;
    }

    ObservableList<String> models() {
        return models;
    }

    ObservableList<TypeRow> types() {
        return types;
    }

    /// How many suggestions would be accepted now.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Whether the suggestions have been counted; until then an empty list means nothing.
    public ReadOnlyBooleanProperty surveyedProperty() {
        return surveyed.getReadOnlyProperty();
    }

    OneJob job() {
        return job;
    }

    /// Counts again what waits, and what this person has decided.
    public void refresh() {
        var scope = around.scope(reach.get());
        if (scope.isEmpty()) {
            learnt = Optional.empty();
            models.clear();
            types.clear();
            count();
            surveyed.set(true);
            return;
        }
        job.look(
                Words.TEXT.get("surveying"),
                context -> new Learnt(review.suggestions(scope.get(), context), review.history(context)),
                this::show);
    }

    private void show(Learnt now) {
        learnt = Optional.of(now);
        var chosen = model.get();
        models.setAll(now.survey().models());
        model.set(models.contains(chosen) ? chosen : models.stream().findFirst().orElse(""));
        showModel();
        surveyed.set(true);
    }

    private void showModel() {
        var off = types.stream()
                .filter(row -> !row.onProperty().get())
                .map(TypeRow::type)
                .collect(Collectors.toSet());
        types.clear();
        learnt.ifPresent(now -> now.survey().types(model.get()).forEach(type -> {
            var row = new TypeRow(type, now.survey().histogram(model.get(), type, PARTS));
            row.onProperty().set(!off.contains(type));
            row.onProperty().addListener((_, _, _) -> count());
            types.add(row);
        }));
        count();
    }

    private void count() {
        int sum = 0;
        for (var row : types) {
            var now = learnt.orElseThrow();
            int count = now.survey().count(model.get(), Set.of(row.type()), threshold.get());
            row.show(count, now.history().at(model.get(), Optional.of(row.type()), threshold.get()));
            if (row.onProperty().get()) sum += count;
        }
        total.set(sum);
    }

    /// Accepts what is counted, as one action.
    public void accept() {
        var scope = around.scope(reach.get());
        var chosen = types.stream()
                .filter(row -> row.onProperty().get())
                .map(TypeRow::type)
                .collect(Collectors.toSet());
        if (total.get() == 0 || scope.isEmpty() || chosen.isEmpty()) return;
        job.act(
                Words.TEXT.get("accepting", model.get()),
                context -> review.accept(model.get(), chosen, threshold.get(), scope.get(), context),
                count -> {
                    notices.say(
                            Words.TEXT.get("accepted", count, model.get()),
                            new Notices.Action(Words.TEXT.get("undo"), this::undo));
                    refresh();
                });
    }

    public void undo() {
        job.act(Words.TEXT.get("undoing"), _ -> review.workbench().undo(), undone -> {
            undone.ifPresent(entry -> notices.say(Words.TEXT.get("undone", entry.title())));
            refresh();
        });
    }
}
