package org.biogloss.ui.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.agreement.Agreement;
import org.biogloss.agreement.Case;
import org.biogloss.agreement.Line;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Study;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;
import org.biogloss.workbench.Comparison;

/// What is compared, the figures that come of it, and the differences behind each. Holds no control; runs without a
/// toolkit.
public final class AgreeViewModel {

    /// Half of what a model says at random is wrong: below, nobody looks.
    private static final double USUAL_CONFIDENCE = 0.5;

    private final AgreeDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final AdjudicateViewModel adjudication;

    private final ObservableList<Comparison.Layer> layers = FXCollections.observableArrayList();
    private final ObservableList<Comparison.Layer> layersShown = FXCollections.unmodifiableObservableList(layers);
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObservableList<String> modelsShown = FXCollections.unmodifiableObservableList(models);
    private final ObservableList<String> types = FXCollections.observableArrayList();
    private final ObservableList<String> typesShown = FXCollections.unmodifiableObservableList(types);
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<String>> chosenTypes = new ReadOnlyObjectWrapper<>(Set.of());
    private final ObjectProperty<Comparison.Among> among = new SimpleObjectProperty<>(Comparison.Among.EACH);
    private final DoubleProperty confidence = new SimpleDoubleProperty(USUAL_CONFIDENCE);
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper(false);

    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Agreement>> agreement = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> nothing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Agreement.OfPair>> pair =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Line>> line = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Filter>> filter = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> onlyType = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final ObservableList<Difference> differencesShown = FXCollections.unmodifiableObservableList(differences);

    private Optional<FxJob<Measured>> running = Optional.empty();
    private List<Difference> all = List.of();
    private boolean layersStale = true;

    /// A case in which two differ, with what it takes to tell it.
    public record Difference(Case of, Study.Item item, Agreement.OfPair between) {

        public String words(boolean first) {
            int annotator = first ? between.one() : between.other();
            return (first ? of.one() : of.other())
                    .map(said -> item.words(annotator, said))
                    .orElse("");
        }
    }

    /// Which differences to list.
    public record Filter(Case.Thing thing, Case.Kind kind) implements Comparable<Filter> {

        private static final Comparator<Filter> ORDER =
                Comparator.comparing(Filter::thing).thenComparing(Filter::kind);

        static Filter of(Case it) {
            return new Filter(it.thing(), it.kind());
        }

        @Override
        public int compareTo(Filter other) {
            return ORDER.compare(this, other);
        }
    }

    private record Measured(Agreement agreement, List<Difference> differences) {}

    public AgreeViewModel(AgreeDesk desk, Jobs jobs, Executor window, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        adjudication = new AdjudicateViewModel(desk, jobs, window, notices);
        desk.remembered("confidence").ifPresent(text -> confidence.set(Double.parseDouble(text)));
        desk.listen(ids -> window.execute(() -> changed(ids)));
        among.subscribe(_ -> markStale());
        confidence.subscribe(_ -> markStale());
        filter.subscribe(_ -> list());
        onlyType.subscribe(_ -> list());
    }

    public AdjudicateViewModel adjudication() {
        return adjudication;
    }

    public ObservableList<Comparison.Layer> layers() {
        return layersShown;
    }

    /// Whether the layers are known by now.
    public ReadOnlyBooleanProperty listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /// Names of the layers to compare.
    public ReadOnlyObjectProperty<Set<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ObservableList<String> types() {
        return typesShown;
    }

    /// None chosen means all.
    public ReadOnlyObjectProperty<Set<String>> chosenTypesProperty() {
        return chosenTypes.getReadOnlyProperty();
    }

    public ObjectProperty<Comparison.Among> amongProperty() {
        return among;
    }

    /// From what confidence on what a model says counts.
    public DoubleProperty confidenceProperty() {
        return confidence;
    }

    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Agreement>> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /// Why there is nothing to measure, in words, where that was asked for in vain.
    public ReadOnlyObjectProperty<Optional<String>> nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    /// Whether the figures are those of another choice, or of documents that have changed since.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// Whose figures are shown.
    public ReadOnlyObjectProperty<Optional<Agreement.OfPair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /// Behind which figure the differences lie; behind any, where there is none.
    public ReadOnlyObjectProperty<Optional<Line>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Filter>> filterProperty() {
        return filter;
    }

    public ObjectProperty<Optional<String>> onlyTypeProperty() {
        return onlyType;
    }

    /// What lies behind the chosen figure, as far as it passes the filters.
    public ObservableList<Difference> differences() {
        return differencesShown;
    }

    /// The kinds that lie behind the chosen figure.
    public List<Filter> filters() {
        return behind().map(found -> Filter.of(found.of())).distinct().sorted().toList();
    }

    public List<String> differingTypes() {
        var found = new TreeSet<String>();
        behind().forEach(one -> one.of().both().forEach(said -> found.add(said.type())));
        return List.copyOf(found);
    }

    /// Called when the page comes to the front.
    public void refresh() {
        if (!layersStale) {
            adjudication.refresh();
            return;
        }
        layersStale = false;
        record Known(List<Comparison.Layer> layers, List<String> types, List<String> models) {}
        jobs.startQuietly("list the layers", _ -> new Known(desk.layers(), desk.types(), desk.models()))
                .then(
                        now -> window.execute(() -> {
                            models.setAll(now.models());
                            take(now.layers(), now.types());
                        }),
                        failure -> notices.fail("Cannot list the layers", failure));
    }

    private void take(List<Comparison.Layer> now, List<String> knownTypes) {
        layers.setAll(now);
        types.setAll(knownTypes);
        var names = now.stream().map(Comparison.Layer::name).toList();
        var kept = new TreeSet<>(chosen.get());
        if (kept.isEmpty()) desk.remembered("layers").ifPresent(text -> kept.addAll(List.of(text.split("\n"))));
        kept.retainAll(names);
        for (var name : names) if (kept.size() < 2) kept.add(name);
        chosen.set(Set.copyOf(kept));
        adjudication.layersAre(now, kept);
        listed.set(true);
        adjudication.refresh();
    }

    public void choose(String layer, boolean on) {
        var now = new HashSet<>(chosen.get());
        if (on ? !now.add(layer) : !now.remove(layer)) return;
        chosen.set(Set.copyOf(now));
        desk.remember("layers", String.join("\n", new TreeSet<>(now)));
        markStale();
    }

    public void chooseType(String type, boolean on) {
        var now = new HashSet<>(chosenTypes.get());
        if (on ? !now.add(type) : !now.remove(type)) return;
        chosenTypes.set(Set.copyOf(now));
        markStale();
    }

    public boolean isAnyModels() {
        return layers.stream()
                .anyMatch(layer -> layer.isModels() && chosen.get().contains(layer.name()));
    }

    public boolean canMeasure() {
        return chosen.get().size() > 1 && progress.get().isEmpty();
    }

    /// Computes all figures of what is chosen.
    public void measure() {
        if (!canMeasure()) return;
        desk.remember("confidence", String.valueOf(confidence.get()));
        var comparison = new Comparison(sides(), among.get(), chosenTypes.get());
        var job =
                new FxJob<>(jobs.start(Words.TEXT.get("measuring"), context -> measured(comparison, context)), window);
        running = Optional.of(job);
        nothing.set(Optional.empty());
        progress.set(Optional.of(Progress.NONE));
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Waiting<Measured> _ -> {}
                case JobState.Running<Measured>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<Measured>(var result) -> show(result);
                case JobState.Failed<Measured>(var cause) -> {
                    progress.set(Optional.empty());
                    notices.fail("Cannot measure the agreement", cause);
                }
                case JobState.Cancelled<Measured> _ -> progress.set(Optional.empty());
            }
        });
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }

    private List<Side> sides() {
        return layers.stream()
                .filter(layer -> chosen.get().contains(layer.name()))
                .map(layer -> new Side(layer.name(), layer.isModels() ? confidence.get() : 0))
                .toList();
    }

    private Measured measured(Comparison comparison, JobContext context) {
        var study = desk.study(comparison, context);
        var found = Agreement.of(study, context);
        var behind = new ArrayList<Difference>();
        var items = new java.util.HashMap<String, Study.Item>();
        study.documents().forEach(item -> items.put(item.id(), item));
        for (var between : found.pairs()) {
            context.checkCancelled();
            for (var it : Case.differences(study, between.one(), between.other())) {
                var item = items.get(it.document());
                if (item != null) behind.add(new Difference(it, item, between));
            }
        }
        return new Measured(found, behind);
    }

    private void show(Measured result) {
        progress.set(Optional.empty());
        stale.set(false);
        if (result.agreement().study().documents().isEmpty()) {
            all = List.of();
            agreement.set(Optional.empty());
            nothing.set(Optional.of(Words.TEXT.get("nothing." + among.get().name())));
            return;
        }
        all = result.differences();
        agreement.set(Optional.of(result.agreement()));
        pair.set(Optional.empty());
        lookAt(result.agreement().pairs().getFirst());
    }

    /// Shows the figures of two.
    public void lookAt(Agreement.OfPair between) {
        pair.set(Optional.of(between));
        lookBehind(Optional.of(between.first()).filter(first -> !first.name().isEmpty()));
    }

    /// Lists the differences that a figure counts.
    public void lookBehind(Optional<Line> figure) {
        line.set(figure);
        filter.set(Optional.empty());
        onlyType.set(Optional.empty());
        list();
    }

    /// Whether a figure is one of all together and not of the pair that is shown.
    public boolean isOverall(Line figure) {
        return agreement
                .get()
                .filter(now -> now.overall().contains(figure)
                        || now.byType().stream().anyMatch(type -> type.figures().contains(figure)))
                .isPresent();
    }

    private java.util.stream.Stream<Difference> behind() {
        var figure = line.get();
        boolean ofAll = figure.filter(this::isOverall).isPresent();
        return all.stream()
                .filter(one -> ofAll || pair.get().filter(one.between()::equals).isPresent())
                .filter(one -> figure.map(now -> now.behind().holds(one.of())).orElse(true));
    }

    private void list() {
        differences.setAll(behind().filter(
                        one -> filter.get().map(Filter.of(one.of())::equals).orElse(true))
                .filter(one -> onlyType.get().map(one.of()::isOfType).orElse(true))
                .toList());
    }

    public void read(Difference difference) {
        desk.read(difference.of().document(), difference.of().place());
    }

    /// Goes to where the difference is decided.
    public void adjudicate(Difference difference) {
        var names = agreement.get().orElseThrow().study().annotators();
        adjudication.openAt(
                names.get(difference.between().one()),
                names.get(difference.between().other()),
                difference.of());
    }

    /// Brings what somebody else has made of the same documents in as a layer.
    public void importLayer(List<Path> files, String layer) {
        if (files.isEmpty() || layer.isBlank()) return;
        var name = layer.strip();
        jobs.start(Words.TEXT.get("importing", name), context -> desk.importLayer(files, name, context))
                .then(
                        report -> {
                            notices.say(Words.TEXT.get("imported", name, report.summary()));
                            window.execute(() -> {
                                choose(name, true);
                                layersStale = true;
                                refresh();
                            });
                        },
                        failure -> notices.fail(Words.TEXT.get("cannotImport"), failure));
    }

    /// Models that may be asked for their opinion.
    public ObservableList<String> models() {
        return modelsShown;
    }

    /// Lets a model read all documents, so that what it says stands in a layer of its own.
    public void letRead(String model) {
        var layer = Words.TEXT.get("model.layer", model);
        double atLeast = confidence.get();
        jobs.startOnNetwork(Words.TEXT.get("model.reading", model), context -> {
                    desk.letRead(model, layer, atLeast, context);
                    return true;
                })
                .then(
                        _ -> window.execute(() -> {
                            choose(layer, true);
                            layersStale = true;
                            refresh();
                        }),
                        failure -> notices.fail(Words.TEXT.get("model.cannotRead", model), failure));
    }

    private void changed(Set<String> ids) {
        layersStale = true;
        markStale();
        adjudication.changed(ids);
    }

    private void markStale() {
        if (agreement.get().isPresent()) stale.set(true);
    }
}
