package org.biogloss.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.biogloss.bert.GpuRuntime;
import org.biogloss.cli.AcceptCommand;
import org.biogloss.cli.AdjudicateCommand;
import org.biogloss.cli.AgreementCommand;
import org.biogloss.cli.AnnotateCommand;
import org.biogloss.cli.BackupCommand;
import org.biogloss.cli.BenchCommand;
import org.biogloss.cli.BenchmarkCommand;
import org.biogloss.cli.BioGlossCommand;
import org.biogloss.cli.CheckCommand;
import org.biogloss.cli.ConvertCommand;
import org.biogloss.cli.EvaluateCommand;
import org.biogloss.cli.Exit;
import org.biogloss.cli.ExperimentCommand;
import org.biogloss.cli.ExportCommand;
import org.biogloss.cli.GpuCheckCommand;
import org.biogloss.cli.HistoryCommand;
import org.biogloss.cli.ImportCommand;
import org.biogloss.cli.ModelsCommand;
import org.biogloss.cli.PretrainCommand;
import org.biogloss.cli.RestoreCommand;
import org.biogloss.cli.SchemaCommand;
import org.biogloss.cli.SearchCommand;
import org.biogloss.cli.SweepCommand;
import org.biogloss.cli.TermsCommand;
import org.biogloss.cli.TrainCommand;
import org.biogloss.cli.VocabCommand;
import org.biogloss.cli.VocabCompareCommand;
import org.biogloss.cli.VocabTrainCommand;
import org.biogloss.experiment.DomainPretraining;
import org.biogloss.format.CorpusFiles;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.Vocabularies;
import org.biogloss.search.SearchBenchmark;
import org.biogloss.store.OpenBenchmark;
import org.biogloss.tasks.AnnotateBenchmark;
import org.biogloss.tasks.InferBenchmark;
import org.biogloss.tokens.VocabularyBenchmark;
import org.biogloss.training.TrainBenchmark;
import org.biogloss.training.pretraining.PretrainBenchmark;
import org.biogloss.ui.reader.ReaderBenchmark;
import org.biogloss.ui.reader.ReadingBenchmark;
import org.biogloss.workbench.DeskBenchmark;
import org.biogloss.workbench.ImportBenchmark;

/// Where BioGloss starts, with or without a window.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        if (!List.of(words).contains(GpuRuntime.COMMAND))
            new KeptRuntime(Places.here().own()).use();
        int exit = BioGlossCommand.execute(Main::openWindow, commands(), words);
        System.exit(exit);
    }

    /// One entry a command.
    private static List<Object> commands() {
        var commands = new ArrayList<Object>();
        var models = models();
        commands.add(new TrainCommand(models));
        commands.add(new PretrainCommand(models));
        commands.add(new SweepCommand(models));
        commands.add(new EvaluateCommand(models));
        commands.add(new ModelsCommand(models, personalModels()));
        commands.add(new ConvertCommand());
        commands.add(new ImportCommand());
        commands.add(new ExportCommand());
        commands.add(new BackupCommand());
        commands.add(new RestoreCommand());
        commands.add(new SearchCommand());
        commands.add(new CheckCommand());
        commands.add(new AcceptCommand());
        commands.add(new AnnotateCommand(models));
        commands.add(new AgreementCommand());
        commands.add(new AdjudicateCommand());
        commands.add(new SchemaCommand());
        commands.add(new HistoryCommand());
        commands.add(new TermsCommand(Places.here().terminologies()));
        commands.add(new BenchCommand(List.of(
                new SearchBenchmark(),
                new OpenBenchmark(),
                new StartBenchmark(),
                new JoinedBenchmark("desk", List.of(new DeskBenchmark(), new ReadingBenchmark())),
                new ReadingBenchmark(),
                new ImportBenchmark(),
                new ReaderBenchmark(),
                new InferBenchmark(() -> finder(models)),
                new AnnotateBenchmark(() -> reader(models)),
                new VocabularyBenchmark(CorpusFiles::of),
                new TrainBenchmark(),
                new PretrainBenchmark())));
        commands.add(VocabCommand.with(
                new VocabTrainCommand(),
                new VocabCompareCommand(new Vocabularies(models, Places.here().vocabularies()))));
        commands.add(new ExperimentCommand(
                List.of(new DomainPretraining()), shipped().resolve("recipes/experiments"), models));
        commands.add(new BenchmarkCommand(
                models, shipped().resolve("recipes"), Places.here().leaderboards()));
        commands.add(new TourCommand());
        commands.add(new GpuCheckCommand());
        return commands;
    }

    /// The models that come with the program, and those a person has brought.
    private static Models models() {
        return new Models(List.of(shipped(), personalModels()));
    }

    private static Path shipped() {
        return Path.of(System.getProperty("biogloss.home", ".")).resolve("models");
    }

    /// The first model at hand that finds mentions.
    private static Optional<Path> finder(Models models) {
        return models.installed().stream()
                .filter(card -> card.tasks().contains(ModelCard.NER))
                .map(ModelCard::folder)
                .findFirst();
    }

    /// The one at hand that tells the most.
    private static Optional<Path> reader(Models models) {
        return models.installed().stream()
                .filter(ModelCard::marks)
                .max(Comparator.comparingInt(
                        card -> card.tasks().size() * 100 + card.types().size()))
                .map(ModelCard::folder);
    }

    private static Path personalModels() {
        return Path.of(System.getProperty("user.home"), ".biogloss", "models");
    }

    private static int openWindow() {
        Application.launch(BioGlossApp.class);
        return Exit.DONE;
    }
}
