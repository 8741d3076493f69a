package org.biogloss.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.format.Exporter;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Importer;
import org.biogloss.format.Selection;
import org.biogloss.jobs.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss convert IN OUT`: from one file format to another, without a project and in constant memory.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Converts a file or a folder of files to another format.",
            "Formats: pubtator, bioc-xml, bioc-json, brat (a folder), conll, pubannotation, text, jsonl; jats, medline and pdf"
                    + " are read only. A name that ends in .gz is read and written gzipped.",
            "Exit code 3: done, but part of the input was rejected; the report says which and why."
        })
public final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN", description = "A file, or a folder of files.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The new file; for plain text, a folder gets a file each.")
    private Path out = Path.of("");

    @Option(names = "--from", paramLabel = "F", description = "The format of IN. Default: what its content says.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "F", description = "The format of OUT. Default: what its name says.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write what was read and rejected.")
    private Optional<Path> report = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Optional<Format> source = from.map(this::format);
        var target = to.map(this::format)
                .or(() -> Format.meantBy(out))
                .orElseThrow(() -> wrong("The name " + out + " does not say its format; add --to, one of "
                        + Format.writtenNames() + "."));
        var said = convert(source, target);
        if (report.isPresent()) Files.writeString(report.get(), said.toJson() + "\n");
        if (said.documents() == 0) {
            throw new IOException("Cannot convert " + in + ": no document could be read. " + firstReason(said));
        }
        return said.rejected() > 0 ? Exit.PARTLY_REJECTED : Exit.DONE;
    }

    /// The new file appears only if there is a document in it.
    private ImportReport convert(Optional<Format> source, Format target) throws IOException {
        var selection = target.keepsSource() ? Selection.everything() : Selection.confirmed(Optional.empty());
        try (var writer = Exporter.open(target, out, selection)) {
            var said = new Importer().read(List.of(in), source, "gold", writer::write, JobContext.silent());
            if (said.documents() > 0) tell(said, writer.finish());
            return said;
        }
    }

    private void tell(ImportReport said, List<String> losses) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(said.summary());
        losses.forEach(loss -> err.println("not kept: " + loss));
        if (said.rejected() > 0) err.println("rejected: " + firstReason(said) + moreIn(said));
        err.flush();
    }

    private String moreIn(ImportReport said) {
        if (said.rejected() == 1) return "";
        return " (and %,d more; %s)"
                .formatted(
                        said.rejected() - 1, report.map(file -> "see " + file).orElse("--report lists them"));
    }

    private static String firstReason(ImportReport said) {
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
