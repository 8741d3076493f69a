package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.biogloss.search.Terminologies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss terms`: terminologies to look concepts up in.
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description = "Terminologies on this machine: which there are, adding one, looking a concept up.")
public final class TermsCommand implements Callable<Integer> {

    private final Path root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /// @param root where they lie
    public TermsCommand(Path root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        return list();
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the terminologies that were added.")
    int list() throws IOException {
        var out = spec.commandLine().getOut();
        try (var all = Terminologies.open(root)) {
            for (var index : all.all()) out.printf(Locale.ROOT, "%-24s %,9d concepts%n", index.name(), index.size());
            if (all.all().isEmpty())
                out.println("None yet: biogloss terms add FILE (OBO, MeSH descriptors, or columns).");
        }
        out.flush();
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Adds a terminology, or a newer state of one: OBO, the descriptors of MeSH in XML, or columns"
                    + " parted by tabs (id, name, synonyms by |, definition, parents by |); also .gz and .zip.")
    int add(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--name", paramLabel = "NAME", description = "What to call it. Default: the file's name.")
                    @Nullable
                    String name)
            throws IOException {
        var called = name == null ? file.getFileName().toString().replaceFirst("\\..*", "") : name;
        try (var all = Terminologies.open(root)) {
            long start = System.nanoTime();
            long concepts = all.add(file, called);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d concepts in %.1f s%n",
                            called,
                            concepts,
                            (System.nanoTime() - start) / 1e9);
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Forgets a terminology; annotations keep their ids.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
        try (var all = Terminologies.open(root)) {
            if (!all.remove(name)) throw new IOException("Cannot remove " + name + ": there is no such terminology.");
        }
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Looks a name up, as far as it is typed.")
    int search(
            @Parameters(paramLabel = "WORDS", arity = "1..*") String[] words,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "10") int limit,
            @Option(names = "--json", description = "Print one JSON document.") boolean json)
            throws IOException {
        var out = spec.commandLine().getOut();
        try (var all = Terminologies.open(root)) {
            var hits = all.search(String.join(" ", words), limit);
            if (json) {
                var answer = JsonMapper.builder().build().createObjectNode();
                var rows = answer.putArray("hits");
                for (var hit : hits) {
                    rows.addObject()
                            .put("id", hit.concept().id())
                            .put("name", hit.concept().name())
                            .put("term", hit.term())
                            .put("match", hit.match().name().toLowerCase(Locale.ROOT))
                            .put("terminology", hit.terminology())
                            .put("definition", hit.concept().definition());
                }
                out.println(answer.toPrettyString());
            } else {
                for (var hit : hits) {
                    boolean same = hit.term().equals(hit.concept().name());
                    out.printf(
                            "%-16s %s%s%n",
                            hit.concept().id(), hit.concept().name(), same ? "" : "  (" + hit.term() + ")");
                }
            }
        }
        out.flush();
        return Exit.DONE;
    }
}
