package org.biogloss.app;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.biogloss.document.Mention;
import org.biogloss.ui.training.TrainingDesk;
import org.biogloss.ui.training.TrainingDesk.Layer;
import org.biogloss.ui.training.TrainingDesk.PlainText;
import org.biogloss.ui.training.TrainingViewModel;

/// The tour's way through learning: fine-tunes a model on the project's annotations and highlights with it, then
/// pretrains an encoder further on the project's texts, as a person would with the form beside the curves.
record TrainingTour(Tour tour) {

    private static final List<String> PICO = List.of("Participants", "Interventions", "Outcomes");

    void walk() throws Exception {
        fineTune();
        highlight();
        pretrain();
    }

    private void fineTune() throws Exception {
        show("learn");
        Tour.until(
                "the page knows what there is to learn from",
                () -> sources(Layer.class).findFirst().isPresent());
        var layer = sources(Layer.class).findFirst().orElseThrow();
        var types = layer.types().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .filter(type -> !PICO.contains(type))
                .limit(3)
                .toList();
        var start = Instant.now();
        Tour.onWindow(() -> {
            var wish = new TrainingDesk.Wish("tour", layer, types, "minilm-l6", Optional.empty(), 3, 3e-4, List.of(7L));
            training().starting().start(wish);
            return true;
        });
        Tour.until("the run tells its loss", () -> training().curve().loss().size() >= 12);
        Tour.settle();
        tour.picture("training-live");
        waitForEnd();
        tour.report().took("fine-tune on " + String.join(", ", types) + " for three epochs", start);
        var curve = training().curve();
        tour.report().count("steps", curve.figures().step());
        tour.report().figure("first loss", curve.loss().y(0));
        tour.report().figure("last loss, smoothed", curve.loss().smoothed(10).lastY());
        tour.report().figure("best dev F1", curve.figures().best());
        Tour.settle();
        tour.picture("training");
    }

    private void highlight() throws Exception {
        Tour.onWindow(() -> {
            training().verbs().highlightWithIt();
            return true;
        });
        Tour.until(
                "the new model is installed",
                () -> tour.project().models().find("tour").isPresent());
        show("read");
        var id = tour.interesting();
        var start = Instant.now();
        Tour.until("the new model has suggested", () -> layers(id).anyMatch("tour"::equals));
        tour.report().took("highlight the document with the new model", start);
        tour.report()
                .count(
                        "suggestions of the new model",
                        tour.project().workbench().document(id).mentions("tour").count());
        Tour.settle();
        tour.picture("reader-new-model");
    }

    private void pretrain() throws Exception {
        show("learn");
        var texts = sources(PlainText.class)
                .filter(source -> source.recipe().isEmpty())
                .findFirst();
        if (texts.isEmpty()) {
            tour.report().note("The project has too few texts to pretrain on.");
            return;
        }
        var start = Instant.now();
        Tour.onWindow(() -> {
            training().starting().choose(texts.get());
            training().starting().chooseEpochs(1);
            training().starting().name("tour-pretraining");
            training().starting().start();
            return true;
        });
        Tour.until(
                "the network guesses hidden words",
                () -> training().selectedProperty().get().isPresent()
                        && !training().curve().guesses().isEmpty());
        waitForEnd();
        tour.report().took("pretrain on the project's texts for one epoch", start);
        tour.report()
                .figure(
                        "perplexity of held-out text",
                        training().curve().perplexity().lastY());
        Tour.settle();
        tour.picture("pretraining");
    }

    private void waitForEnd() throws Exception {
        Tour.until("the run is over", () -> training().curve().figures().end().isPresent());
        var failure = training().curve().figures().failure();
        if (failure.isPresent()) throw new IOException("The run failed: " + failure.get());
    }

    private void show(String page) throws Exception {
        Tour.onWindow(() -> {
            tour.project().shell().show(page);
            return true;
        });
    }

    private TrainingViewModel training() {
        return tour.project().training();
    }

    private <S> Stream<S> sources(Class<S> kind) {
        return training().starting().offerProperty().get().sources().stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<String> layers(String id) {
        return tour.project()
                .workbench()
                .document(id)
                .mentions()
                .map(Mention::layer)
                .distinct();
    }
}
