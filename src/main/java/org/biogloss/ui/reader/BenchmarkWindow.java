package org.biogloss.ui.reader;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.biogloss.document.Schema;
import org.biogloss.jobs.Jobs;
import org.biogloss.measure.Sample;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.FxWatchdog;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.TypeColours;

/// The reader beside its inspector in a window of its own, driven and timed: what is timed lasts from the verb to the
/// end
/// of the layout and drawing of the first frame in which it is done.
final class BenchmarkWindow implements AutoCloseable {

    private static final List<String> TYPES = List.of("Variant", "CellLine", "Species");

    private final ReaderViewModel viewModel;
    private final TextPaneAccess text;
    private final Stage stage = new Stage();
    private final FxWatchdog watchdog = new FxWatchdog();

    private BenchmarkWindow(ReaderDesk desk, Jobs jobs) {
        var looks = new Looks();
        viewModel = new ReaderViewModel(
                desk,
                command -> jobs.startQuietly("reader", _ -> {
                    command.run();
                    return command;
                }),
                Fx.thread(),
                (tried, why) -> {
                    throw new IllegalStateException(tried, why);
                },
                _ -> {});
        var colours = new TypeColours(Schema.standard(), looks.darkProperty());
        var view = new ReaderView(viewModel, colours);
        text = view::scrollBy;
        var split = new SplitPane(view, new InspectorView(viewModel, colours));
        split.setDividerPositions(0.72);
        var scene = new Scene(split, 990, 900);
        looks.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    static BenchmarkWindow over(ReaderDesk desk, Jobs jobs) throws Exception {
        if (System.getProperty("glass.platform") == null && System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Fx.start();
        return onWindow(() -> new BenchmarkWindow(desk, jobs));
    }

    @Override
    public void close() throws Exception {
        onWindow(() -> {
            stage.close();
            return stage;
        });
    }

    /// Opens the documents in turn.
    Sample openings(List<String> ids, int times) throws Exception {
        var opening = new Sample();
        for (int i = 0; i < times; i++) opening.add(open(ids.get(i % ids.size())));
        return opening;
    }

    /// Accepts one suggestion after another: each edit also goes to the next and shows it.
    Sample decisions(int times) throws Exception {
        var deciding = new Sample();
        for (int i = 0; i < times; i++) deciding.add(decide());
        return deciding;
    }

    /// Gives mentions that are in sight another type, one edit after the other.
    Sample edits(int times) throws Exception {
        var editing = new Sample();
        jump();
        for (int i = 0; i < times; i++) {
            rest();
            var type = TYPES.get(i % TYPES.size());
            editing.add(untilSeen(() -> viewModel.setType(type), () -> selectedIs(type)));
        }
        return editing;
    }

    private boolean selectedIs(String type) {
        return viewModel
                .selectedProperty()
                .get()
                .filter(mention -> mention.type().equals(type))
                .isPresent();
    }

    /// Until what was asked for before has been drawn.
    private void rest() throws Exception {
        for (int frame = 0; frame < 4; frame++) untilSeen(() -> {}, () -> true);
        TimeUnit.MILLISECONDS.sleep(30 + (long) (Math.random() * 16));
    }

    /// Goes from one mention to the next.
    Sample jumps(int times) throws Exception {
        var jumping = new Sample();
        for (int i = 0; i < times; i++) jumping.add(jump());
        return jumping;
    }

    /// From now on it is watched whether the window answers.
    void watch() throws Exception {
        onWindow(() -> {
            watchdog.start();
            return watchdog;
        });
    }

    /// The longest time for which it has not answered since.
    Duration longestBlock() throws Exception {
        return onWindow(watchdog::stop);
    }

    double open(String id) throws Exception {
        return untilSeen(
                () -> viewModel.open(id),
                () -> viewModel.document().filter(now -> now.id().equals(id)).isPresent());
    }

    private double decide() throws Exception {
        var before = onWindow(() -> viewModel.document().orElseThrow());
        return untilSeen(
                () -> {
                    viewModel.nextSuggestion();
                    viewModel.accept();
                },
                () -> viewModel.document().orElseThrow() != before);
    }

    private double jump() throws Exception {
        var before = onWindow(() -> viewModel.selectedProperty().get());
        return untilSeen(
                viewModel::nextMention,
                () -> !viewModel.selectedProperty().get().equals(before));
    }

    /// From the verb to the end of the layout and drawing of the first frame in which it is done.
    private double untilSeen(Runnable verb, Callable<Boolean> done) throws Exception {
        var seen = new CompletableFuture<Long>();
        var listener = new AtomicReference<Runnable>(() -> {});
        long start = System.nanoTime();
        onWindow(() -> {
            var scene = stage.getScene();
            listener.set(() -> {
                try {
                    if (done.call()) seen.complete(System.nanoTime());
                    else Fx.later(() -> scene.getRoot().requestLayout());
                } catch (Exception e) {
                    seen.completeExceptionally(e);
                }
            });
            scene.addPostLayoutPulseListener(listener.get());
            verb.run();
            scene.getRoot().requestLayout();
            return scene;
        });
        long end = seen.get(60, TimeUnit.SECONDS);
        onWindow(() -> {
            stage.getScene().removePostLayoutPulseListener(listener.get());
            return stage;
        });
        return (end - start) / 1e6;
    }

    Sample scroll(int count) throws Exception {
        var frames = new Sample();
        var over = new CompletableFuture<Sample>();
        onWindow(() -> {
            new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    long at = System.nanoTime();
                    if (last != 0) frames.add((at - last) / 1e6);
                    last = at;
                    text.scrollBy(90);
                    if (frames.size() >= count) {
                        stop();
                        over.complete(frames);
                    }
                }
            }.start();
            return over;
        });
        return over.get(120, TimeUnit.SECONDS);
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var result = new CompletableFuture<R>();
        Fx.now(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    private interface TextPaneAccess {
        void scrollBy(double pixels);
    }
}
