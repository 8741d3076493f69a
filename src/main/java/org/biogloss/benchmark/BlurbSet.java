package org.biogloss.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.biogloss.tasks.TaskKind;

/// One of BLURB's thirteen data sets, in the order of the paper's table 6, and how it is measured (table 3).
public enum BlurbSet {
    BC5_CHEM("BC5-chem", TaskKind.NER, "f1", "F1 of mentions, strict spans"),
    BC5_DISEASE("BC5-disease", TaskKind.NER, "f1", "F1 of mentions, strict spans"),
    NCBI_DISEASE("NCBI-disease", TaskKind.NER, "f1", "F1 of mentions, strict spans"),
    BC2GM("BC2GM", TaskKind.NER, "f1", "F1 of mentions, strict spans, one answer key"),
    JNLPBA("JNLPBA", TaskKind.NER, "f1", "F1 of mentions, strict spans, five types taken as one"),
    EBM_PICO("EBM-PICO", TaskKind.PICO, "f1", "F1 of words, mean over participants, interventions and outcomes"),
    CHEMPROT("ChemProt", TaskKind.RELATION, "f1", "micro F1 over five kinds of relation"),
    DDI("DDI", TaskKind.RELATION, "f1", "micro F1 over four kinds of interaction"),
    GAD("GAD", TaskKind.RELATION, "f1", "F1 of the pairs that are related"),
    BIOSSES("BIOSSES", TaskKind.SIMILARITY, "pearson", "Pearson's correlation with people's scores"),
    HOC("HoC", TaskKind.CLASSIFICATION, "f1", "micro F1 over ten hallmarks, by abstract"),
    PUBMEDQA("PubMedQA", TaskKind.QUESTION, "accuracy", "accuracy over yes, no and maybe"),
    BIOASQ("BioASQ", TaskKind.QUESTION, "accuracy", "accuracy over yes and no");

    private final String id;
    private final TaskKind family;
    private final String metric;
    private final String protocol;

    BlurbSet(String id, TaskKind family, String metric, String protocol) {
        this.id = id;
        this.family = family;
        this.metric = metric;
        this.protocol = protocol;
    }

    /// As the paper writes it.
    public String id() {
        return id;
    }

    /// The sets of one family weigh as much together as those of any other.
    public TaskKind family() {
        return family;
    }

    /// The name of the score that counts, as in `test.f1`.
    public String metric() {
        return metric;
    }

    /// What that score is, in words.
    public String protocol() {
        return protocol;
    }

    /// The committed recipe for it, and the name of its head in a model with several.
    public String recipe() {
        return id.toLowerCase(Locale.ROOT);
    }

    /// What makes scores from here another thing than BLURB's, where something does.
    public Optional<String> caveat() {
        return this == EBM_PICO
                ? Optional.of("BLURB's train split cannot be had: 800 of the 960 dev documents stand in for it,"
                        + " 160 for the dev split. The test split is BLURB's own.")
                : Optional.empty();
    }

    public static List<BlurbSet> of(TaskKind family) {
        return Arrays.stream(values()).filter(set -> set.family == family).toList();
    }

    /// In any case of letters.
    public static Optional<BlurbSet> named(String id) {
        return Arrays.stream(values())
                .filter(set -> set.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
