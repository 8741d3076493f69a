package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.format.CorpusFiles;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.CardPage;
import org.biogloss.registry.HeadModel;
import org.biogloss.registry.ModelCheck;
import org.biogloss.registry.Models;
import org.biogloss.registry.TrimmedModel;
import org.biogloss.registry.hub.Hub;
import org.biogloss.registry.hub.HubName;
import org.biogloss.registry.hub.ModelZip;
import org.biogloss.tasks.TaskHead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss models`: which models there are, and what they are.
@Command(name = "models", mixinStandardHelpOptions = true, description = "Which models there are, and what they are.")
public final class ModelsCommand implements Callable<Integer> {

    private final Models models;
    private final Path home;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /// @param home the root into which a person's models are copied
    public ModelsCommand(Models models, Path home) {
        this.models = models;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        return list(false);
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the models that can be used.")
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            var mapper = JsonMapper.builder().build();
            var answer = mapper.createObjectNode();
            var rows = answer.putArray("models");
            for (var card : models.installed()) {
                var row = rows.addObject().put("id", card.id()).put("name", card.name());
                card.tasks().forEach(row.putArray("tasks")::add);
                card.types().forEach(row.putArray("types")::add);
                row.put("base", card.base()).put("parameters", card.parameters());
                row.put("path", card.isEmbedded() ? "" : card.folder().toString());
            }
            var broken = answer.putArray("broken");
            models.broken()
                    .forEach(model -> broken.addObject()
                            .put("path", model.folder().toString())
                            .put("why", model.why()));
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            for (var card : models.installed()) {
                var tasks = card.tasks().isEmpty() ? "encoder" : String.join(",", card.tasks());
                out.printf(
                        Locale.ROOT,
                        "%-28s %-8s %5.1f M  %s%n",
                        card.id(),
                        tasks,
                        card.parameters() / 1e6,
                        String.join(", ", card.types()));
            }
            models.broken().forEach(model -> spec.commandLine().getErr().println("broken: " + model.why()));
        }
        out.flush();
        return Exit.DONE;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Copies a model folder to your models, or unpacks a zip with one.")
    int importModel(@Parameters(paramLabel = "FOLDER|ZIP") Path folderOrZip) throws IOException {
        var card = Files.isRegularFile(folderOrZip)
                ? new ModelZip(folderOrZip).install(home, JobContext.silent())
                : Models.install(folderOrZip, home);
        spec.commandLine().getOut().println(card.id() + " is installed in " + card.folder());
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Downloads a model from a hub by its name and installs it. Broken off, it goes on where it was."
                            + " Nothing else in BioGloss uses the network.")
    int get(
            @Parameters(paramLabel = "OWNER/NAME[@VERSION]") String name,
            @Option(names = "--hub", paramLabel = "URL", description = "Another hub than Hugging Face's.") @Nullable
                    URI address)
            throws IOException {
        var err = spec.commandLine().getErr();
        var hub = new Hub(address == null ? Hub.usual() : address);
        var offer = hub.look(HubName.of(name));
        err.printf(
                Locale.ROOT,
                "%s: %.1f MB in %d files, licence %s%n",
                offer.name().path(),
                offer.bytes() / 1e6,
                offer.files().size(),
                offer.licence().isEmpty() ? "not named" : offer.licence());
        var card = hub.install(offer, home.resolveSibling("downloads"), home, new ProgressLines(err));
        spec.commandLine().getOut().println(card.id() + " is installed in " + card.folder());
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes of a model's encoder a smaller one to start from: the pieces of its vocabulary stay that"
                            + " a corpus needs most, and all single characters.")
    int trim(
            @Parameters(paramLabel = "MODEL", description = "An id such as bge-small, or a folder.") String model,
            @Option(
                            names = "--corpus",
                            required = true,
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Files or folders, as for vocab train.")
                    List<Path> corpus,
            @Option(
                            names = "--without",
                            paramLabel = "REGEX",
                            description = "Leave out JSON records that an evaluation split holds, by their field `in`.")
                    Optional<String> without,
            @Option(names = "--size", required = true, paramLabel = "N", description = "How many pieces are to stay.")
                    int size,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "The new model's folder. Default: among your models, as MODEL-N.")
                    @Nullable
                    Path out)
            throws IOException {
        var lines = spec.commandLine();
        var encoder = models.require(model);
        var folder = out == null ? home.resolve(encoder.id() + "-" + size) : out;
        var files = CorpusFiles.of(corpus);
        if (without.isPresent()) files = files.without(without.get());
        var card = TrimmedModel.make(
                encoder,
                files,
                size,
                folder,
                new ProgressLines(lines.getErr()),
                trimmed -> lines.getOut()
                        .printf(
                                Locale.ROOT,
                                "%.3f %% of the %,d pieces of %,d texts stay as they are%n",
                                100 * trimmed.share(),
                                trimmed.pieces(),
                                trimmed.texts()));
        lines.getOut().printf(Locale.ROOT, "%s: %,d parameters, in %s%n", card.id(), card.parameters(), folder);
        lines.getOut().flush();
        files.report().forEach(line -> lines.getErr().println("left out: " + line.file() + ": " + line.why()));
        return files.report().isEmpty() ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes of one head of a model, with its encoder, an ordinary model for transformers."
                    + " Without the name of a head, lists the heads.")
    int head(
            @Parameters(index = "0", paramLabel = "MODEL", description = "An id or a folder.") String model,
            @Parameters(index = "1", arity = "0..1", paramLabel = "HEAD") @Nullable String head,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description = "The new model's folder. Default: among your models, as MODEL-HEAD.")
                    @Nullable
                    Path out)
            throws IOException {
        var lines = spec.commandLine().getOut();
        var whole = models.require(model);
        if (head == null) {
            for (var one : TaskHead.in(whole.folder()).orElse(List.of())) {
                lines.printf("%-20s %-14s %s%n", one.name(), one.kind().id(), String.join(", ", one.labels()));
            }
        } else {
            var folder = out == null ? home.resolve(whole.id() + "-" + head) : out;
            var card = HeadModel.make(whole, head, folder);
            lines.printf(Locale.ROOT, "%s: %,d parameters, in %s%n", card.id(), card.parameters(), folder);
        }
        lines.flush();
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows what is known of a model.")
    int card(@Parameters(paramLabel = "MODEL", description = "An id or a folder.") String model) throws IOException {
        var card = models.require(model);
        var page = card.folder().resolve("README.md");
        var text = Files.exists(page) ? Files.readString(page) : CardPage.brief(card);
        spec.commandLine().getOut().println(text.strip());
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Opens a model and shows what it computes of a text.")
    int check(
            @Parameters(paramLabel = "FOLDER", description = "A folder, or the id of a model.") String model,
            @Option(names = "--text", paramLabel = "T", required = true, description = "What it is to read.")
                    String text,
            @Option(names = "--json", description = "Print one JSON document with all numbers.") boolean json)
            throws IOException {
        var out = spec.commandLine().getOut();
        var check = ModelCheck.of(models.require(model), text);
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(check));
        } else {
            out.printf(Locale.ROOT, "%s, %,d parameters%n", check.architecture(), check.parameters());
            for (int i = 0; i < check.pieces().size(); i++) {
                out.printf(
                        Locale.ROOT,
                        "%-20s %6d%n",
                        check.pieces().get(i),
                        check.ids().get(i));
            }
        }
        out.flush();
        return Exit.DONE;
    }
}
