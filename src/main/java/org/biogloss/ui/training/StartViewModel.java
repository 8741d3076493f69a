package org.biogloss.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Shown;

/// A run as a person is about to start it: what is chosen, what is still missing, what it would cost. Holds
/// no control; runs without a toolkit.
public final class StartViewModel {

    /// Fewer confirmed mentions of a type than this teach a network little.
    private static final int ENOUGH = 20;

    public static final int MOST_SEEDS = 10;

    /// What is chosen now.
    ///
    /// @param name empty to name the run after what it learns
    public record Choice(
            String name,
            Optional<TrainingDesk.Source> source,
            Set<String> types,
            Optional<TrainingDesk.Base> base,
            Optional<TrainingDesk.Preset> preset,
            int epochs,
            double rate,
            int seeds) {

        static final Choice NONE =
                new Choice("", Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), 4, 2e-4, 1);
    }

    private final TrainingDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final Consumer<String> onStarted;
    private final ReadOnlyObjectWrapper<TrainingDesk.Offer> offer =
            new ReadOnlyObjectWrapper<>(TrainingDesk.Offer.NONE);
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NONE);
    private final ReadOnlyObjectWrapper<Optional<String>> missing =
            new ReadOnlyObjectWrapper<>(Optional.of(Words.TEXT.get("nothingToLearn")));
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper estimating = new ReadOnlyBooleanWrapper();
    private long asked;

    /// @param onStarted told the id of the run that was started
    StartViewModel(TrainingDesk desk, Jobs jobs, Executor window, Notices notices, Consumer<String> onStarted) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.onStarted = onStarted;
    }

    public ReadOnlyObjectProperty<TrainingDesk.Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// What keeps the run from being started, in a sentence.
    public ReadOnlyObjectProperty<Optional<String>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /// What the run would cost; empty until that was asked, and again once something else is chosen.
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty estimatingProperty() {
        return estimating.getReadOnlyProperty();
    }

    /// Looks again at what there is, and keeps what is chosen as far as it is still there.
    public void refresh() {
        jobs.startQuietly("see what there is to learn from", _ -> desk.offer())
                .then(
                        now -> window.execute(() -> take(now)),
                        failure -> notices.fail(Words.TEXT.get("cannotOffer"), failure));
    }

    private void take(TrainingDesk.Offer now) {
        if (now.equals(offer.get())) return;
        var chosen = choice.get();
        offer.set(now);
        var kept = chosen.source().flatMap(before -> find(now, before));
        if (kept.isEmpty()) {
            now.sources().stream().findFirst().ifPresentOrElse(this::choose, () -> set(Choice.NONE));
        } else {
            set(with(kept, chosen.types(), chosen.base(), chosen.preset(), chosen.epochs(), chosen.rate()));
        }
    }

    private static Optional<TrainingDesk.Source> find(TrainingDesk.Offer in, TrainingDesk.Source like) {
        return in.sources().stream()
                .filter(one -> one.name().equals(like.name()) && one.task().equals(like.task()))
                .findFirst();
    }

    /// Offers a recipe file from elsewhere too, and chooses it.
    public void open(Path recipe) {
        jobs.startQuietly("read a recipe", _ -> desk.recipe(recipe))
                .then(
                        source -> window.execute(() -> {
                            var sources = new ArrayList<>(offer.get().sources());
                            sources.removeIf(other -> other.name().equals(source.name()));
                            sources.add(source);
                            offer.set(
                                    new TrainingDesk.Offer(sources, offer.get().bases()));
                            choose(source);
                        }),
                        failure -> notices.fail(Words.TEXT.get("cannotRead", recipe), failure));
    }

    /// Takes over the settings that suit the source.
    public void choose(TrainingDesk.Source source) {
        var types = new TreeSet<String>();
        if (source instanceof TrainingDesk.Layer layer) {
            layer.types().forEach((type, count) -> {
                if (count >= ENOUGH) types.add(type);
            });
        }
        var preset = source.presets().stream().findFirst();
        set(with(
                Optional.of(source),
                types,
                base(source),
                preset,
                preset.map(TrainingDesk.Preset::epochs).orElse(choice.get().epochs()),
                preset.map(TrainingDesk.Preset::rate).orElse(choice.get().rate())));
    }

    private Optional<TrainingDesk.Base> base(TrainingDesk.Source source) {
        var bases = offer.get().bases();
        return switch (source) {
            case TrainingDesk.RecipeSource recipe -> Optional.of(named(recipe.base(), bases));
            case TrainingDesk.PlainText text
            when text.base().isEmpty() -> Optional.of(new TrainingDesk.Base("", Words.TEXT.get("fromNothing")));
            case TrainingDesk.PlainText text -> Optional.of(named(text.base(), bases));
            case TrainingDesk.Layer _ ->
                choice.get().base().or(() -> bases.stream().findFirst());
        };
    }

    private static TrainingDesk.Base named(String id, List<TrainingDesk.Base> bases) {
        return bases.stream()
                .filter(base -> base.id().equals(id))
                .findFirst()
                .orElseGet(() -> new TrainingDesk.Base(id, id));
    }

    public void choose(TrainingDesk.Preset preset) {
        var now = choice.get();
        set(with(now.source(), now.types(), now.base(), Optional.of(preset), preset.epochs(), preset.rate()));
    }

    public void choose(TrainingDesk.Base base) {
        var now = choice.get();
        set(with(now.source(), now.types(), Optional.of(base), now.preset(), now.epochs(), now.rate()));
    }

    public void chooseType(String type, boolean on) {
        var now = choice.get();
        var types = new TreeSet<>(now.types());
        if (on) types.add(type);
        else types.remove(type);
        set(with(now.source(), types, now.base(), now.preset(), now.epochs(), now.rate()));
    }

    public void chooseEpochs(int epochs) {
        var now = choice.get();
        set(with(now.source(), now.types(), now.base(), now.preset(), epochs, now.rate()));
    }

    public void chooseRate(double rate) {
        var now = choice.get();
        set(with(now.source(), now.types(), now.base(), now.preset(), now.epochs(), rate));
    }

    public void chooseSeeds(int seeds) {
        var now = choice.get();
        set(new Choice(
                now.name(), now.source(), now.types(), now.base(), now.preset(), now.epochs(), now.rate(), seeds));
    }

    public void name(String name) {
        var now = choice.get();
        choice.set(new Choice(
                name, now.source(), now.types(), now.base(), now.preset(), now.epochs(), now.rate(), now.seeds()));
    }

    public void start() {
        wish().ifPresent(this::start);
    }

    public void start(TrainingDesk.Wish wish) {
        jobs.startQuietly("start the run " + wish.name(), _ -> desk.start(wish))
                .then(
                        id -> window.execute(() -> onStarted.accept(id)),
                        failure -> notices.fail(Words.TEXT.get("cannotStart", wish.name()), failure));
    }

    private Choice with(
            Optional<TrainingDesk.Source> source,
            Set<String> types,
            Optional<TrainingDesk.Base> base,
            Optional<TrainingDesk.Preset> preset,
            int epochs,
            double rate) {
        var now = choice.get();
        return new Choice(now.name(), source, Set.copyOf(types), base, preset, epochs, rate, now.seeds());
    }

    private void set(Choice now) {
        choice.set(now);
        missing.set(missing(now));
        cost.set("");
        estimating.set(false);
        asked++;
    }

    private static Optional<String> missing(Choice now) {
        if (now.source().isEmpty()) return Optional.of(Words.TEXT.get("nothingToLearn"));
        if (now.base().isEmpty()) return Optional.of(Words.TEXT.get("noBase"));
        if (!(now.source().get() instanceof TrainingDesk.Layer layer)) return Optional.empty();
        if (layer.documents() < 2) return Optional.of(Words.TEXT.get("tooFewDocuments"));
        return now.types().isEmpty() ? Optional.of(Words.TEXT.get("chooseType")) : Optional.empty();
    }

    /// What the run will learn from, in a sentence.
    public String learnsFrom() {
        if (choice.get().source().orElse(null) instanceof TrainingDesk.PlainText) {
            return Words.TEXT.get("learnsFromText");
        }
        if (!(choice.get().source().orElse(null) instanceof TrainingDesk.Layer layer)) return "";
        long mentions = choice.get().types().stream()
                .mapToLong(type -> layer.types().getOrDefault(type, 0))
                .sum();
        return Words.TEXT.get("learnsFrom", Shown.count(layer.documents()), Shown.count(mentions));
    }

    private Optional<TrainingDesk.Wish> wish() {
        var now = choice.get();
        if (missing.get().isPresent()) return Optional.empty();
        var source = now.source().orElseThrow();
        var types = List.copyOf(new TreeSet<>(now.types()));
        var usual = types.isEmpty() ? source.name() : String.join("-", types).toLowerCase(Locale.ROOT);
        return Optional.of(new TrainingDesk.Wish(
                now.name().isBlank() ? usual : now.name().strip(),
                source,
                types,
                now.base().orElseThrow().id(),
                now.preset(),
                now.epochs(),
                now.rate(),
                LongStream.rangeClosed(1, now.seeds()).boxed().toList()));
    }

    /// Measures what the run would cost: takes seconds, for a few steps are made.
    public void estimate() {
        wish().ifPresent(wish -> {
            long question = ++asked;
            estimating.set(true);
            jobs.start(Words.TEXT.get("estimating", wish.name()), context -> desk.estimate(wish, context))
                    .then(words -> answer(question, words), failure -> {
                        answer(question, "");
                        notices.fail(Words.TEXT.get("cannotEstimate"), failure);
                    });
        });
    }

    private void answer(long question, String words) {
        window.execute(() -> {
            if (question != asked) return;
            estimating.set(false);
            cost.set(words);
        });
    }
}
