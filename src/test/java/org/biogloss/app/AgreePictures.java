package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.biogloss.agreement.Verdict;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.agree.AgreePage;
import org.biogloss.ui.agree.AgreeViewModel;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Comparison;
import org.biogloss.workbench.Workbench;

/// Pictures of the page Agree to look at: real abstracts in light and dark, narrow and wide. Run as a program; it
/// writes
/// PNGs into the folder given first, from the documents file given second.
public final class AgreePictures {

    private final Path out;
    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private final Looks looks;
    private final Stage stage;

    private AgreePictures(Path out) throws Exception {
        this.out = out;
        looks = onWindow(Looks::new);
        stage = onWindow(Stage::new);
    }

    public static void main(String[] arguments) throws Exception {
        Fx.start();
        var pictures = new AgreePictures(Path.of(arguments[0]));
        pictures.walk(Path.of(arguments[1]));
        Platform.exit();
        System.exit(0);
    }

    private void walk(Path file) throws Exception {
        var folder = Files.createTempDirectory("agree-pictures");
        try (var empty = TwoOpinions.open(folder.resolve("empty"), jobs)) {
            var viewModel = page(empty);
            until(() -> viewModel.listedProperty().get());
            picture("0-empty");
        }
        try (var workbench = TwoOpinions.open(folder.resolve("full"), jobs)) {
            TwoOpinions.add(workbench, TwoOpinions.of(file, 40, true));
            var viewModel = page(workbench);
            until(() -> viewModel.listedProperty().get());
            picture("1-before");
            onWindow(() -> {
                viewModel.amongProperty().set(Comparison.Among.ANY);
                viewModel.choose("bc5cdr-chemical-disease", true);
                viewModel.choose("berta", true);
                viewModel.choose("anna", true);
                viewModel.measure();
                return true;
            });
            until(() -> viewModel.agreementProperty().get().isPresent());
            picture("2-figures");
            onWindow(() -> {
                viewModel.adjudication().show(true);
                return true;
            });
            until(() -> viewModel.adjudication().currentProperty().get().isPresent());
            picture("3-adjudicate");
            onWindow(() -> {
                var it = viewModel.adjudication();
                it.takeAgreed();
                for (var verdict : List.of(Verdict.LEFT, Verdict.NEITHER, Verdict.RIGHT)) it.decide(verdict);
                it.step(-1);
                return true;
            });
            picture("4-decided");
        }
    }

    private AgreeViewModel page(Workbench workbench) throws Exception {
        return onWindow(() -> {
            var viewModel = new AgreeViewModel(TwoOpinions.room(workbench, (_, _) -> {}), jobs, Fx.thread(), notices);
            var prompts = AnsweredPrompts.savingIn(out);
            var page = new AgreePage(
                    viewModel,
                    new Commands(),
                    new Saving(jobs, notices, prompts),
                    prompts,
                    new TypeColours(workbench.store().schema(), looks.darkProperty()),
                    () -> {});
            var scene = new Scene((Parent) page.view(), 940, 640);
            looks.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            page.shown();
            return viewModel;
        });
    }

    /// What is left of a window of 1,000 and of 1,920 pixels beside the rail.
    private void picture(String name) throws Exception {
        for (int width : List.of(936, 1856)) {
            for (var theme : List.of(Looks.Theme.DARK, Looks.Theme.LIGHT)) {
                onWindow(() -> {
                    looks.choose(theme);
                    stage.setWidth(width);
                    stage.setHeight(width < 1000 ? 640 : 940);
                    return true;
                });
                Thread.sleep(400);
                var file = out.resolve(name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                onWindow(() -> {
                    Snapshots.save(stage.getScene(), file);
                    return true;
                });
            }
        }
    }

    private static void until(BooleanSupplier holds) throws Exception {
        for (int i = 0; i < 400; i++) {
            if (onWindow(holds::getAsBoolean)) return;
            Thread.sleep(50);
        }
        throw new IOException("It did not come about.");
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
