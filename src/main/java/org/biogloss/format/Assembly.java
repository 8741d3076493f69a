package org.biogloss.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.format.OffsetFinder.Reading;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;

/// Makes one annotated document from what a reader found: the one place where offsets are understood, repaired or
/// rejected, whatever the format.
final class Assembly {

    private final RawDocument raw;
    private final Findings findings;
    private final String layer;
    private final String file;
    private final JoinedText joined;
    private final OffsetFinder finder;
    private final Set<String> takenIds = new HashSet<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, String> mentionIds = new HashMap<>();
    private final List<Annotation> annotations = new ArrayList<>();

    /// @param layer where annotations go for which the file names no layer
    /// @param file  the file's name, for the origin of annotations
    Assembly(RawDocument raw, Findings findings, String layer, String file) {
        this.raw = raw;
        this.findings = findings;
        this.layer = layer;
        this.file = raw.about.getOrDefault(Document.SOURCE_FILE, file);
        this.joined = new JoinedText(raw.segments);
        this.finder = new OffsetFinder(joined.text(), raw.segments, joined.starts());
    }

    /// Empty where there is no text; the findings then say so.
    Optional<AnnotatedDocument> document() {
        if (joined.text().isBlank()) {
            findings.rejected(name(), noText());
            return Optional.empty();
        }
        var reading = raw.unit.map(unit -> new Reading(unit, false)).orElseGet(() -> finder.best(raw.mentions));
        if (!raw.mentions.isEmpty()) findings.counted(reading.words());
        raw.mentions.forEach(mention -> place(mention, reading));
        raw.relations.forEach(this::tie);
        raw.labels.forEach(label -> annotations.add(new DocumentLabel(
                unique(label.id(), "L"), layerOf(label.origin()), label.type(), sourceOf(label.origin()))));
        var clean = CleanText.of(joined.text());
        if (clean.replaced() > 0) {
            findings.repaired(name(), "%,d control characters became blanks".formatted(clean.replaced()));
        }
        var about = new LinkedHashMap<>(raw.about);
        about.putIfAbsent(Document.SOURCE_FILE, file);
        return Optional.of(new AnnotatedDocument(
                new Document(raw.id, clean.text(), sections(reading), about), raw.status, annotations));
    }

    private String name() {
        return raw.id.isBlank() ? raw.where : raw.where + ", document " + raw.id;
    }

    private String noText() {
        int said = raw.mentions.size() + raw.relations.size();
        return said == 0 ? "the document has no text" : "there are %,d annotations but no text".formatted(said);
    }

    private void place(RawMention mention, Reading reading) {
        var fit = MentionFit.of(mention, joined.text(), finder, reading);
        switch (fit) {
            case MentionFit.Fits(var spans) -> add(mention, spans);
            case MentionFit.Moved(var spans, var what) -> {
                findings.repaired(mention.where(), what);
                add(mention, spans);
            }
            case MentionFit.Lost(var why) -> findings.rejected(mention.where(), why);
        }
    }

    private void add(RawMention mention, List<Span> spans) {
        var type = mention.type();
        if (type.isBlank()) {
            findings.rejected(mention.where(), "the mention “%s” has no type".formatted(Quote.of(mention.text())));
            return;
        }
        var id = unique(mention.id(), "T");
        if (!mention.id().isBlank() && mentionIds.putIfAbsent(mention.id(), id) != null) {
            findings.repaired(
                    mention.where(),
                    "the id %s stands twice in the document; this one is now %s".formatted(mention.id(), id));
        }
        annotations.add(new Mention(
                id,
                layerOf(mention.origin()),
                spans,
                type,
                mention.concepts().stream()
                        .filter(concept -> !ConceptIds.isNone(concept))
                        .toList(),
                mention.attributes(),
                sourceOf(mention.origin())));
    }

    private void tie(RawRelation relation) {
        if (relation.type().isBlank()) {
            findings.rejected(relation.where(), "the relation has no type");
            return;
        }
        if (relation.arguments().size() < 2) {
            findings.rejected(
                    relation.where(), "the relation %s ties fewer than two ends".formatted(Quote.of(relation.type())));
            return;
        }
        var arguments = new ArrayList<Relation.Argument>();
        for (var argument : relation.arguments()) {
            var end = end(argument);
            if (end.isEmpty()) {
                findings.rejected(relation.where(), whyLoose(relation, argument));
                return;
            }
            arguments.add(new Relation.Argument(argument.role(), end.get()));
        }
        annotations.add(new Relation(
                unique(relation.id(), "R"),
                layerOf(relation.origin()),
                relation.type(),
                arguments,
                relation.attributes(),
                sourceOf(relation.origin())));
    }

    private Optional<Relation.End> end(RawArgument argument) {
        if (argument.concept()) {
            return ConceptIds.isNone(argument.ref())
                    ? Optional.empty()
                    : Optional.of(new Relation.OfConcept(argument.ref()));
        }
        return Optional.ofNullable(mentionIds.get(argument.ref())).map(Relation.OfMention::new);
    }

    private String whyLoose(RawRelation relation, RawArgument argument) {
        if (argument.concept()) return "the relation %s names no concept".formatted(Quote.of(relation.type()));
        boolean toRelation = raw.relations.stream().anyMatch(other -> other.id().equals(argument.ref()));
        boolean known = raw.mentions.stream().anyMatch(other -> other.id().equals(argument.ref()));
        return "the relation %s ties %s, %s"
                .formatted(
                        Quote.of(relation.type()),
                        Quote.of(argument.ref()),
                        toRelation
                                ? "which is itself a relation; BioGloss ties mentions and concepts"
                                : known ? "a mention that was rejected" : "which is no mention of the document");
    }

    private String unique(String wanted, String prefix) {
        var id = wanted.isBlank() ? prefix + given.merge(prefix, 1, Integer::sum) : wanted;
        var base = id;
        for (int n = 2; !takenIds.add(id); n++) id = base + "-" + n;
        return id;
    }

    private String layerOf(Origin origin) {
        return origin.layer().filter(name -> !name.isBlank()).orElse(layer);
    }

    private Source sourceOf(Origin origin) {
        return origin.source().orElse(new Source.Imported(file));
    }

    private List<Section> sections(Reading reading) {
        if (raw.sections.isEmpty()) return joined.sections();
        var sections = new ArrayList<Section>();
        int last = 0;
        for (var section : raw.sections) {
            int start = finder.unit(0, section.range().start(), reading);
            int end = finder.unit(0, section.range().end(), reading);
            if (start < last || end < start || section.name().isBlank()) {
                findings.repaired(
                        name(),
                        "the section “%s” does not fit the text and was left out".formatted(Quote.of(section.name())));
                continue;
            }
            sections.add(new Section(section.name(), new Span(start, end)));
            last = end;
        }
        return sections;
    }
}
