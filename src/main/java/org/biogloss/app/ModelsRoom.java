package org.biogloss.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.biogloss.bert.Compute;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Elsewhere;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.hub.Hub;
import org.biogloss.registry.hub.HubName;
import org.biogloss.registry.hub.KnownModel;
import org.biogloss.registry.hub.ModelZip;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.models.ModelsDesk;

/// The models page's desk over the folders where models lie.
final class ModelsRoom implements ModelsDesk {

    /// What reads documents of the open project with models.
    interface Highlighter {
        void highlightAll(List<ModelCard> cards, JobContext context) throws IOException;
    }

    /// What the tasks are measured by; see `Scores.main`.
    private static final Set<String> DECISIVE = Set.of("f1", "accuracy", "pearson");

    private final Models models;
    private final Path installRoot;
    private final Path downloads;
    private final Supplier<URI> hubAddress;
    private final Supplier<Compute> compute;
    private final Supplier<Set<String>> highlighting;
    private final BiConsumer<String, Boolean> choose;
    private final Highlighter highlighter;

    /// @param installRoot  where models from elsewhere are copied to
    /// @param downloads    where what is being downloaded lies meanwhile
    /// @param compute      as the person has it in the settings, or as it was measured
    /// @param highlighting the ids of the models that are switched on
    /// @param choose       switches one on or off and keeps that for the next start
    ModelsRoom(
            Models models,
            Path installRoot,
            Path downloads,
            Supplier<URI> hubAddress,
            Supplier<Compute> compute,
            Supplier<Set<String>> highlighting,
            BiConsumer<String, Boolean> choose,
            Highlighter highlighter) {
        this.models = models;
        this.installRoot = installRoot;
        this.downloads = downloads;
        this.hubAddress = hubAddress;
        this.compute = compute;
        this.highlighting = highlighting;
        this.choose = choose;
        this.highlighter = highlighter;
    }

    @Override
    public Shelf shelf() {
        var on = highlighting.get();
        var cards = models.installed().stream().map(card -> shown(card, on)).toList();
        var broken = models.broken().stream()
                .map(folder -> new Broken(folder.folder(), folder.why()))
                .toList();
        return new Shelf(cards, broken);
    }

    private static Card shown(ModelCard card, Set<String> on) {
        var scores = new LinkedHashMap<String, Double>();
        score(card, "test.f1", "on the test documents", scores);
        score(card, "dev.f1", "on the dev documents", scores);
        card.types().forEach(type -> score(card, "test.f1." + type, type + ", test", scores));
        ofHeads(card, scores);
        Elsewhere.of(card).forEach((data, score) -> scores.put("elsewhere: " + data, score));
        var facts = new LinkedHashMap<String, String>();
        fact("Id", card.id(), facts);
        fact("Trained on", card.trainedOn(), facts);
        fact("Started from", card.base(), facts);
        fact("Parameters", Shown.count(card.parameters()), facts);
        fact("Licence", card.licence(), facts);
        if (!card.isEmbedded()) fact("Folder", card.folder().toString(), facts);
        boolean marks = card.marks();
        return new Card(
                card.id(), card.name(), card.description(), card.types(), scores, facts, marks, on.contains(card.id()));
    }

    /// Of a model with several heads the score that decides for each, on its test data.
    private static void ofHeads(ModelCard card, Map<String, Double> scores) {
        card.scores().forEach((name, score) -> {
            var parts = name.split("\\.", -1);
            if (parts.length == 3 && parts[0].equals("test") && DECISIVE.contains(parts[2])) {
                scores.put(parts[1] + ", test", score);
            }
        });
    }

    private static void score(ModelCard card, String key, String words, Map<String, Double> scores) {
        var score = card.scores().get(key);
        if (score != null) scores.put(words, score);
    }

    private static void fact(String what, String said, Map<String, String> facts) {
        if (!said.isBlank()) facts.put(what, said);
    }

    @Override
    public void highlight(String modelId, boolean on) {
        choose.accept(modelId, on);
    }

    @Override
    public void highlightAll(String modelId, JobContext context) throws IOException {
        highlighter.highlightAll(List.of(models.require(modelId)), context);
    }

    @Override
    public String install(Path folderOrZip, JobContext context) throws IOException {
        return Files.isDirectory(folderOrZip)
                ? Models.install(folderOrZip, installRoot).id()
                : new ModelZip(folderOrZip).install(installRoot, context).id();
    }

    @Override
    public List<Known> known() {
        var here = compute.get();
        double speed = here.matrixSpeed();
        return KnownModel.all().stream()
                .map(model -> {
                    var cost = model.cost(here, speed);
                    var told = new LinkedHashMap<String, String>();
                    told.put("download", Shown.bytes(cost.download()));
                    told.put("memory to read", Shown.bytes(cost.reading()));
                    told.put("memory to fine-tune", Shown.bytes(cost.learning()));
                    told.put("words a second here", "about " + Shown.count(rounded(cost.wordsPerSecond())));
                    return new Known(model.name().path(), model.title(), model.words(), told);
                })
                .toList();
    }

    /// To two digits: it is an estimate.
    private static long rounded(double value) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
        return Math.round(value / unit) * Math.round(unit);
    }

    @Override
    public Found look(String name) throws IOException {
        var offer = hub().look(HubName.of(name));
        return new Found(offer.name().path(), offer.bytes(), offer.files().size(), offer.licence());
    }

    @Override
    public String download(String name, JobContext context) throws IOException {
        var hub = hub();
        return hub.install(hub.look(HubName.of(name)), downloads, installRoot, context)
                .id();
    }

    private Hub hub() {
        return new Hub(hubAddress.get());
    }
}
