package org.biogloss.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.biogloss.jobs.EventFile;
import org.biogloss.registry.WholeFolder;

/// A training run, going on or long over, as its folder tells.
public final class Run {

    private final RunFolder folder;
    private final RunRecipe recipe;

    private Run(RunFolder folder, RunRecipe recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    /// @throws IOException with words, if the folder holds no run
    public static Run open(Path folder) throws IOException {
        var run = new RunFolder(folder);
        return new Run(run, RecipeFile.readAny(run.recipe()));
    }

    public Path folder() {
        return folder.folder();
    }

    /// The folder's name, with that of its group in front where it is one of several seeds.
    public String name() {
        var own = folder.folder().getFileName().toString();
        return group().map(group -> group + "/" + own).orElse(own);
    }

    /// The name of the folder that holds the runs of all seeds; nothing for a run by itself.
    public Optional<String> group() {
        return groupFolder().map(group -> String.valueOf(group.folder().getFileName()));
    }

    /// Runs of several seeds lie in a folder that has a recipe of its own.
    Optional<RunFolder> groupFolder() {
        return Optional.ofNullable(folder.folder().getParent())
                .map(RunFolder::new)
                .filter(group -> Files.exists(group.recipe()));
    }

    public RunRecipe recipe() {
        return recipe;
    }

    /// When it was set up.
    public Instant made() throws IOException {
        return Files.getLastModifiedTime(folder.recipe()).toInstant();
    }

    /// Looks at the disk and at the process each time.
    public RunState state() {
        var process = folder.liveProcess(); // asked first: it may end, and say so, in between
        var word = lastWord();
        if (word.isEmpty()) return process.isPresent() ? RunState.RUNNING : RunState.LOST;
        boolean goesOnAgain = process.flatMap(p -> p.info().startInstant())
                .filter(start -> start.isAfter(word.get().time()))
                .isPresent();
        return goesOnAgain ? RunState.RUNNING : word.get().state();
    }

    boolean hasFinished() {
        return lastWord().map(word -> word.state() == RunState.FINISHED).orElse(false);
    }

    /// The name of the score that decides, once the dev data have been looked at.
    public Optional<String> mainScore() throws IOException {
        return events().poll().stream()
                .filter(event -> event.path("event").asText().equals("evaluated"))
                .map(event -> event.path("main").asText("f1"))
                .reduce((_, last) -> last);
    }

    /// The best model, once there is one.
    public Optional<Path> model() {
        return Files.exists(folder.best().resolve("config.json")) ? Optional.of(folder.best()) : Optional.empty();
    }

    /// Reads the run's events from the beginning, and then as they come.
    public EventFile.Follower events() {
        return new EventFile.Follower(folder.events());
    }

    /// Asks the run to end after the step at hand, and to keep its best model.
    public void stopKeepingBest() throws IOException {
        folder.askToStop();
    }

    /// Asks the run to write a checkpoint after the step at hand and to end; [Runs#resume] lets it go on.
    public void pause() throws IOException {
        folder.askToPause();
    }

    /// Moves the folder of a run that is over.
    ///
    /// @throws IOException with words, if the run is still going
    public void moveTo(Path target) throws IOException {
        if (!state().isOver()) throw new IOException("The run " + name() + " is still going. Stop it first.");
        try {
            Files.move(folder(), target);
        } catch (java.nio.file.FileSystemException _) {
            WholeFolder.replace(target, part -> WholeFolder.copy(folder(), part)); // another disk
            WholeFolder.delete(folder());
        }
    }

    private record LastWord(RunState state, Instant time) {}

    /// How the run ended, by its own account; nothing while it goes on, or where it was cut short.
    private Optional<LastWord> lastWord() {
        Optional<LastWord> word = Optional.empty();
        try {
            for (var event : events().poll()) {
                word = switch (event.path("event").asText()) {
                    case "started" -> Optional.empty();
                    case "finished" -> said(RunState.FINISHED, event);
                    case "stopped" -> said(RunState.STOPPED, event);
                    case "paused" -> said(RunState.PAUSED, event);
                    case "failed" -> said(RunState.FAILED, event);
                    default -> word;
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the events of the run " + name(), e);
        }
        return word;
    }

    private static Optional<LastWord> said(RunState state, JsonNode event) {
        return Optional.of(new LastWord(state, Instant.parse(event.path("time").asText())));
    }
}
