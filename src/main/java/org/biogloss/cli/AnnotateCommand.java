package org.biogloss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;
import org.biogloss.format.DocumentWriter;
import org.biogloss.format.Exporter;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Importer;
import org.biogloss.format.Selection;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss annotate IN OUT`: models read files and write what they find, without a project and in constant memory.
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Lets models mark what they find in a file or a folder of files.",
            "Each model's mentions form a layer of its name. What IN says stays, unless --fresh is given.",
            "Exit code 3: done, but part of the input was rejected."
        })
public final class AnnotateCommand implements Callable<Integer> {

    /// Documents in memory at a time: enough to fill batches of one length.
    private static final int TOGETHER = 128;

    private final Models models;

    @Parameters(index = "0", paramLabel = "IN", description = "A file, or a folder of files.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The new file.")
    private Path out = Path.of("");

    @Option(
            names = "--model",
            required = true,
            split = ",",
            paramLabel = "M",
            description = "The id of a model, or its folder; several with commas between.")
    private List<String> names = List.of();

    @Option(names = "--device", defaultValue = "auto", description = "auto, cpu or gpu.")
    private DeviceWish device = DeviceWish.AUTO;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "float32, bfloat16 or, on the processor, int8. Default: the faster of the first two.")
    private Optional<Precision> precision = Optional.empty();

    @Option(
            names = "--batch-tokens",
            defaultValue = "4096",
            paramLabel = "N",
            description = "Word pieces that go through the network at once. Default: ${DEFAULT-VALUE}.")
    private int batchTokens = 4096;

    @Option(names = "--from", paramLabel = "F", description = "The format of IN. Default: what its content says.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "F", description = "The format of OUT. Default: what its name says.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--fresh", description = "Leave out the annotations that IN already has.")
    private boolean fresh;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public AnnotateCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        if (batchTokens < 1) throw wrong("--batch-tokens must be at least 1, not " + batchTokens + ".");
        Optional<Format> source = from.map(this::format);
        var target = to.map(this::format)
                .or(() -> Format.meantBy(out))
                .orElseThrow(() -> wrong("The name " + out + " does not say its format; add --to F."));
        if (target == Format.TEXT) throw wrong("Plain text holds no annotations; choose another format for OUT.");
        var taggers = new ArrayList<Tagger>();
        try {
            var compute = Compute.choose(device, precision);
            for (var name : names) {
                var card = models.require(name.strip());
                taggers.add(Tagger.open(card.id(), card.folder(), compute, batchTokens));
            }
            var said = annotate(taggers, source, target, compute);
            if (said.documents() == 0) {
                throw new IOException("Cannot annotate " + in + ": no document could be read. " + reason(said));
            }
            return said.rejected() > 0 ? Exit.PARTLY_REJECTED : Exit.DONE;
        } finally {
            taggers.forEach(Tagger::close);
        }
    }

    private ImportReport annotate(List<Tagger> taggers, Optional<Format> source, Format target, Compute compute)
            throws IOException {
        long start = System.nanoTime();
        var selection = target.keepsSource()
                ? Selection.everything()
                : new Selection(Optional.empty(), Set.of(Standing.CONFIRMED, Standing.SUGGESTED));
        try (var writer = Exporter.open(target, out, selection)) {
            var desk = new Desk(taggers, writer, fresh);
            var said = new Importer().read(List.of(in), source, "gold", desk::take, JobContext.silent());
            desk.clear();
            if (said.documents() > 0) {
                tell(said, writer.finish(), desk, (System.nanoTime() - start) / 1e9, compute);
            }
            return said;
        }
    }

    /// Where documents wait until there are enough of them to read together.
    private static final class Desk {

        private final List<Tagger> taggers;
        private final DocumentWriter writer;
        private final boolean fresh;
        private final List<AnnotatedDocument> waiting = new ArrayList<>();
        private long found;
        private long relations;

        Desk(List<Tagger> taggers, DocumentWriter writer, boolean fresh) {
            this.taggers = taggers;
            this.writer = writer;
            this.fresh = fresh;
        }

        void take(AnnotatedDocument document) throws IOException {
            waiting.add(document);
            if (waiting.size() == TOGETHER) clear();
        }

        void clear() throws IOException {
            var annotations = new ArrayList<List<Annotation>>();
            for (var document : waiting) annotations.add(new ArrayList<>(fresh ? List.of() : document.annotations()));
            var texts = waiting.stream().map(AnnotatedDocument::text).toList();
            for (var tagger : taggers) {
                var read = tagger.read(texts, JobContext.silent());
                for (int i = 0; i < read.size(); i++) {
                    annotations.get(i).addAll(read.get(i));
                    for (var one : read.get(i)) {
                        if (one instanceof Relation) relations++;
                        else found++;
                    }
                }
            }
            for (int i = 0; i < waiting.size(); i++) {
                var document = waiting.get(i);
                writer.write(new AnnotatedDocument(document.document(), document.status(), annotations.get(i)));
            }
            waiting.clear();
        }
    }

    private void tell(ImportReport said, List<String> losses, Desk desk, double seconds, Compute compute) {
        var err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%,d mentions%s found in %,d documents in %.1f s (%.1f documents/s), %s%n",
                desk.found,
                desk.relations == 0 ? "" : String.format(Locale.ROOT, " and %,d relations", desk.relations),
                said.documents(),
                seconds,
                said.documents() / seconds,
                compute.words());
        losses.forEach(loss -> err.println("not kept: " + loss));
        if (said.rejected() > 0) err.printf(Locale.ROOT, "%,d rejected; first: %s%n", said.rejected(), reason(said));
        err.flush();
    }

    private static String reason(ImportReport said) {
        return said.files().stream()
                .flatMap(file ->
                        file.rejected().stream().map(line -> file.path() + ", " + line.where() + ": " + line.why()))
                .findFirst()
                .orElse("There is no file in it.");
    }

    private Format format(String name) {
        return Format.named(name)
                .orElseThrow(() -> wrong("There is no format " + name + "; there are " + Format.names() + "."));
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
