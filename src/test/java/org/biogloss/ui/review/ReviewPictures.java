package org.biogloss.ui.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.Workbench;
import org.biogloss.workbench.review.Finding;

/// Pictures of the review page to look at, over real documents, in both themes and two widths. Run as a program; it
/// writes PNGs into the folder given first, from the documents file given second.
public final class ReviewPictures {

    private final Path out;
    private final Workbench workbench;
    private final Jobs jobs;

    private ReviewPictures(Path out, Workbench workbench, Jobs jobs) {
        this.out = out;
        this.workbench = workbench;
        this.jobs = jobs;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("biogloss-pictures");
        Fx.start();
        try (var jobs = new Jobs();
                var workbench = Workbench.create(folder, "Pictures", new Models(List.of()), jobs)) {
            workbench.signAs("ada");
            workbench.importFiles(List.of(Path.of(arguments[1])), Optional.empty(), "gold", JobContext.silent());
            suggest(workbench);
            var pictures = new ReviewPictures(Path.of(arguments[0]), workbench, jobs);
            for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) pictures.take(theme);
        }
        System.exit(0);
    }

    /// A model that is right four times out of five, and a person who looked at some of what it said.
    private static void suggest(Workbench workbench) {
        var random = new Random(3);
        for (var id : workbench.store().ids().stream().limit(120).toList()) {
            var document = workbench.document(id);
            var suggestions = document.mentions()
                    .map(mention -> Mention.of(
                            "bio-small",
                            mention.hull(),
                            random.nextInt(5) == 0 ? "Disease" : "Chemical",
                            new Source.Model("bio-small", 1 - random.nextDouble() * random.nextDouble())))
                    .toList();
            workbench.store().replaceSuggestions(id, "bio-small", suggestions);
            if (suggestions.isEmpty()) continue;
            var one = suggestions.getFirst();
            var model = (Source.Model) one.source();
            Annotation after = random.nextInt(6) == 0
                    ? one.from("bio-small", new Source.Rejected("ada", model))
                    : one.from("gold", new Source.Accepted("ada", model));
            workbench.perform("Decide", id, new Edit.Replace(one, after));
        }
    }

    private void take(Looks.Theme theme) throws Exception {
        var name = theme.name().toLowerCase(java.util.Locale.ROOT);
        var stage = onWindow(Stage::new);
        var page = onWindow(() -> page(stage, theme));
        for (int width : List.of(1000, 1920)) {
            onWindow(() -> {
                stage.setWidth(width);
                stage.setHeight(width == 1000 ? 700 : 980);
                return true;
            });
            if (width == 1000) {
                onWindow(() -> {
                    page.show(ReviewPage.Tab.OCCURRENCES);
                    page.occurrences().nameProperty().set("");
                    page.occurrences().find();
                    return true;
                });
                save(stage, name + "-empty");
                onWindow(() -> {
                    page.show(ReviewPage.Tab.CHECK);
                    return true;
                });
                save(stage, name + "-check-empty");
            }
            onWindow(() -> {
                page.show(ReviewPage.Tab.OCCURRENCES);
                page.occurrences().find("nephrotoxicity", "Disease", List.of());
                return true;
            });
            until(() -> !page.occurrences().job().runningProperty().get());
            onWindow(() -> {
                var lines = page.occurrences().shown();
                page.occurrences().choose(lines.subList(2, 4), Line.Choice.NO);
                return true;
            });
            save(stage, name + "-occurrences-" + width);
            onWindow(() -> {
                page.show(ReviewPage.Tab.ACCEPT);
                return true;
            });
            until(() -> !page.accept().types().isEmpty()
                    && !page.accept().job().runningProperty().get());
            save(stage, name + "-accept-" + width);
            onWindow(() -> {
                page.show(ReviewPage.Tab.CHECK);
                page.check().check();
                return true;
            });
            until(() -> !page.check().job().runningProperty().get());
            for (var kind : List.of(Finding.Kind.OTHER_TYPE, Finding.Kind.TWIN, Finding.Kind.RELATION)) {
                onWindow(() -> {
                    page.check().kindProperty().set(kind);
                    return true;
                });
                save(stage, name + "-check-" + kind + "-" + width);
            }
        }
        onWindow(() -> {
            stage.close();
            return true;
        });
    }

    private ReviewPage page(Stage stage, Looks.Theme theme) {
        var looks = new Looks();
        looks.choose(theme);
        var colours = new TypeColours(workbench.store().schema(), looks.darkProperty());
        var commands = new Commands();
        var page = new ReviewPage(
                new Review(workbench), new Somewhere(), colours, commands, jobs, Fx.thread(), new Notices());
        var scene = new Scene((javafx.scene.Parent) page.view(), 1000, 700);
        looks.dress(scene);
        CommandKeys.listen(scene, commands);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return page;
    }

    private final class Somewhere implements Surroundings {

        @Override
        public Optional<String> openDocument() {
            return workbench.store().ids().stream().findFirst();
        }

        @Override
        public Optional<SearchRequest> question() {
            return Optional.empty();
        }

        @Override
        public void open(String documentId, Span place) {}

        @Override
        public List<String> types() {
            return List.of("Chemical", "Disease");
        }
    }

    private void save(Stage stage, String name) throws Exception {
        for (int pulse = 0; pulse < 3; pulse++) onWindow(() -> true);
        Thread.sleep(150); // The snapshot shows what the last pulse laid out.
        onWindow(() -> {
            Snapshots.save(stage.getScene(), out.resolve("review-" + name + ".png"));
            return true;
        });
    }

    private static void until(Callable<Boolean> there) throws Exception {
        for (int i = 0; i < 400 && !onWindow(there); i++) Thread.sleep(50);
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var done = new CompletableFuture<R>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
