package org.biogloss.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.review.Consistency;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Ignored;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss check`: where a project contradicts itself, even while a window has it open.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells where a project's annotations contradict each other.")
public final class CheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Option(names = "--layer", paramLabel = "NAME", description = "Only this layer; without it the one worked in.")
    private @Nullable String layer;

    @Option(names = "--ignored", description = "Tell what was ignored in the window too.")
    private boolean ignored;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var counts = new EnumMap<Finding.Kind, Integer>(Finding.Kind.class);
        var mapper = new ObjectMapper();
        var report = mapper.createObjectNode();
        var findings = report.putArray("findings");
        try (var store = ProjectStore.openToRead(project)) {
            var known = new Ignored(store);
            new Consistency(store, layer(store))
                    .check(
                            finding -> {
                                if (!ignored && known.contains(finding)) return;
                                counts.merge(finding.kind(), 1, Integer::sum);
                                if (json) describe(finding, findings.addObject());
                                else out.println(line(finding));
                            },
                            JobContext.silent());
        }
        if (json) {
            var totals = report.putObject("counts");
            for (var kind : Finding.Kind.values()) totals.put(name(kind), counts.getOrDefault(kind, 0));
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            out.println(summary(counts));
        }
        return Exit.DONE;
    }

    private String layer(ProjectStore store) {
        return Optional.ofNullable(layer).or(() -> store.setting("layer")).orElse("gold");
    }

    private static void describe(Finding finding, ObjectNode node) {
        var place = finding.place();
        node.put("kind", name(finding.kind()))
                .put("document", place.documentId())
                .put("start", place.span().start())
                .put("end", place.span().end())
                .put("text", place.text())
                .put("what", what(finding));
    }

    private static String line(Finding finding) {
        var place = finding.place();
        return String.join(
                "\t", name(finding.kind()), place.documentId(), place.span().toString(), place.text(), what(finding));
    }

    private static String what(Finding finding) {
        return switch (finding) {
            case Finding.OtherType it -> it.type() + " here, " + it.usual() + " in " + it.of() + " others";
            case Finding.Boundary it -> "elsewhere “" + it.shorter() + "”";
            case Finding.Twin it -> it.type() + " in " + it.labelled() + " places, bare in " + it.bare();
            case Finding.NoConcept it -> it.type() + " without a concept";
            case Finding.Overlap it -> it.type() + " inside or across “" + it.around() + "”";
            case Finding.BrokenRelation it -> it.type() + " ties " + it.ends();
        };
    }

    private static String summary(Map<Finding.Kind, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var parts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + name(entry.getKey()))
                .toList();
        return all == 0 ? "Nothing found." : all + " found: " + String.join(", ", parts);
    }

    private static String name(Finding.Kind kind) {
        return switch (kind) {
            case OTHER_TYPE -> "other-type";
            case BOUNDARY -> "boundary";
            case TWIN -> "unlabelled-twin";
            case NO_CONCEPT -> "no-concept";
            case OVERLAP -> "overlap";
            case RELATION -> "relation";
        };
    }
}
