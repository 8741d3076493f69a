package org.biogloss.ui.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.Retyping;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;

/// The schema as a person shapes it: what is listed, what is chosen, what is asked before much changes.
public final class SchemaViewModel {

    /// A line of the list.
    ///
    /// @param count    annotations of that name
    /// @param known    false for what documents have and the schema has not
    /// @param problems in words
    record Item(String name, long count, boolean known, List<String> problems) {}

    /// What is shown, as one value.
    record State(Schema schema, SchemaPart part, List<Item> items, Optional<String> chosen) {

        Optional<Item> chosenItem() {
            return items.stream()
                    .filter(item -> chosen.equals(Optional.of(item.name())))
                    .findFirst();
        }
    }

    private final SchemaDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final Function<String, Optional<String>> takenKey;
    private final Turns turns;
    private final Map<SchemaPart, String> chosen = new EnumMap<>(SchemaPart.class);
    private Schema schema = new Schema(List.of(), List.of(), List.of(), List.of());
    private Map<SchemaPart, Map<String, Long>> counts = Map.of();
    private SchemaPart part = SchemaPart.ENTITY;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State(schema, part, List.of(), Optional.empty()));
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param takenKey the name of the reader's verb on a key, if there is one
    public SchemaViewModel(
            SchemaDesk desk, Jobs jobs, Executor window, Notices notices, Function<String, Optional<String>> takenKey) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.takenKey = takenKey;
        turns = new Turns(
                task -> jobs.startQuietly("schema", _ -> {
                    task.run();
                    return true;
                }),
                window,
                notices::fail);
        desk.listen(() -> window.execute(this::refresh));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is to be decided before anything happens.
    ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    public void refresh() {
        turns.take(SchemaView.TEXT.get("cannotRead"), () -> Map.entry(desk.schema(), desk.counts()), read -> {
            schema = read.getKey();
            counts = read.getValue();
            show();
        });
    }

    void show(SchemaPart wanted) {
        part = wanted;
        dismiss();
        show();
    }

    void choose(String name) {
        if (name.equals(chosen.get(part))) return;
        chosen.put(part, name);
        dismiss();
        show();
    }

    /// A new one of a name that is free, to be named at once.
    void add() {
        var base = SchemaView.TEXT.get("new." + part);
        var name = base;
        for (int n = 2; isTaken(name); n++) name = base + " " + n;
        add(name);
    }

    /// Takes into the schema what documents have already.
    void add(String name) {
        var now = part;
        chosen.put(now, name);
        change(SchemaView.TEXT.get("title.add", name), before -> SchemaEdits.add(before, now, name));
    }

    void move(int by) {
        var now = part;
        chosenName()
                .ifPresent(name -> change(
                        SchemaView.TEXT.get("title.move", name), before -> SchemaEdits.moved(before, now, name, by)));
    }

    /// A change to the looks or the rules of the type that is chosen.
    void change(String title, UnaryOperator<Schema> change) {
        turns.take(
                SchemaView.TEXT.get("cannotChange"),
                () -> {
                    desk.change(title, change);
                    return desk.schema();
                },
                now -> {
                    schema = now;
                    show();
                });
    }

    /// Asks first where annotations change with it.
    void rename(String newName) {
        var to = newName.strip();
        chosenName().filter(from -> !from.equals(to) && !to.isEmpty()).ifPresent(from -> {
            var retyping = new Retyping(part, from, to);
            if (isAsked(retyping)) return;
            turns.take(SchemaView.TEXT.get("cannotCount"), () -> desk.usage(part, from), usage -> {
                boolean merges = isTaken(to);
                if (usage.isNone() && !merges) carryOut(retyping);
                else question.set(Optional.of(new Question.Retype(retyping, merges, usage)));
            });
        });
    }

    /// Leaving the field for the answer must not ask again.
    private boolean isAsked(Retyping retyping) {
        return question.get()
                .filter(asked -> asked instanceof Question.Retype(var same, var _, var _) && same.equals(retyping))
                .isPresent();
    }

    /// Asks first where annotations have it.
    void delete() {
        var now = part;
        chosenName()
                .ifPresent(name ->
                        turns.take(SchemaView.TEXT.get("cannotCount"), () -> desk.usage(now, name), usage -> {
                            if (usage.isNone()) drop(now, name);
                            else question.set(Optional.of(new Question.Delete(now, name, usage)));
                        }));
    }

    /// Does what is in question.
    void confirm() {
        question.get().ifPresent(asked -> {
            switch (asked) {
                case Question.Retype(var retyping, var _, var _) -> carryOut(retyping);
                case Question.Delete(var of, var name, var _) -> drop(of, name);
            }
        });
    }

    /// Of what is to be deleted: gives its annotations to another instead.
    void mergeInto(String other) {
        question.get().ifPresent(asked -> carryOut(new Retyping(asked.part(), asked.name(), other)));
    }

    void dismiss() {
        question.set(Optional.empty());
    }

    /// Takes back the last change to the project, whatever it was, and says which.
    void undo() {
        undo(Optional.empty());
    }

    /// A notice may be older than what was done since.
    private void undo(Optional<String> only) {
        turns.take(
                SchemaView.TEXT.get("cannotUndo"),
                () -> {
                    var next = desk.nextUndo();
                    boolean may = next.isPresent() && (only.isEmpty() || only.equals(next));
                    if (may) desk.undo();
                    return Map.entry(may, next);
                },
                tried -> {
                    var title = tried.getValue().orElse("");
                    if (tried.getKey()) notices.say(SchemaView.TEXT.get("undone", title));
                    else if (!title.isEmpty()) notices.say(SchemaView.TEXT.get("undoFirst", title));
                    refresh();
                });
    }

    private void drop(SchemaPart of, String name) {
        dismiss();
        chosen.remove(of);
        var title = SchemaView.TEXT.get("title.delete", name);
        change(title, before -> SchemaEdits.without(before, of, name));
        notices.say(SchemaView.TEXT.get("deleted", name), undoing(title));
    }

    private void carryOut(Retyping retyping) {
        dismiss();
        var title = SchemaView.TEXT.get("job", retyping.from(), retyping.to());
        new FxJob<>(jobs.start(title, context -> desk.retype(retyping, context)), window)
                .whenDone(done -> {
                    chosen.put(retyping.part(), retyping.to());
                    notices.say(SchemaView.TEXT.get("done", done), undoing(done));
                    refresh();
                })
                .whenFailed(cause -> notices.fail(title, cause));
    }

    private Notices.Action undoing(String title) {
        return new Notices.Action(SchemaView.TEXT.get("undo"), () -> undo(Optional.of(title)));
    }

    private Optional<String> chosenName() {
        return state.get().chosen();
    }

    private boolean isTaken(String name) {
        return part.names(schema).contains(name)
                || counts.getOrDefault(part, Map.of()).containsKey(name);
    }

    private void show() {
        var problems = new SchemaProblems(schema, takenKey);
        var known = part.names(schema);
        var count = counts.getOrDefault(part, Map.of());
        var names = new LinkedHashSet<>(known);
        count.keySet().stream().sorted().forEach(names::add);
        var items = new ArrayList<Item>();
        for (var name : names) {
            items.add(new Item(name, count.getOrDefault(name, 0L), known.contains(name), problems.of(part, name)));
        }
        var wanted = Optional.ofNullable(chosen.get(part)).filter(names::contains);
        var now = wanted.or(() -> names.stream().findFirst());
        state.set(new State(schema, part, List.copyOf(items), now));
    }
}
