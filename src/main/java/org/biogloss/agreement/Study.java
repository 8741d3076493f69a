package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// Documents on which two or more have said what they see: people, corpora or models.
///
/// @param annotators their names
/// @param remarks    documents that could not be compared, and why
public record Study(List<String> annotators, List<Item> documents, List<String> remarks) {

    /// A document, and what each has said of it, in the order of their names.
    public record Item(String id, String text, List<Opinion> opinions) {

        public Item {
            opinions = List.copyOf(opinions);
        }

        public Opinion by(int annotator) {
            return opinions.get(annotator);
        }

        /// What an annotator says, in a few words: the text of a mention or of what a relation ties, and the type.
        public String words(int annotator, Annotation said) {
            return Wording.of(said, text, by(annotator).mentions());
        }
    }

    /// What one has said of one document.
    public record Opinion(List<Mention> mentions, List<Relation> relations, Set<String> labels) {

        public Opinion {
            mentions = List.copyOf(mentions);
            relations = List.copyOf(relations);
            labels = Set.copyOf(labels);
        }

        public boolean isEmpty() {
            return mentions.isEmpty() && relations.isEmpty() && labels.isEmpty();
        }

        /// With mentions of these types only, and the relations between those that are left.
        Opinion ofTypes(Set<String> types) {
            var left = mentions.stream()
                    .filter(mention -> types.contains(mention.type()))
                    .toList();
            var gone = new HashSet<String>();
            mentions.stream().filter(mention -> !types.contains(mention.type())).forEach(m -> gone.add(m.id()));
            return new Opinion(
                    left,
                    relations.stream()
                            .filter(relation -> gone.stream().noneMatch(relation::ties))
                            .toList(),
                    labels);
        }

        static Opinion of(List<Annotation> annotations) {
            var mentions = new ArrayList<Mention>();
            var relations = new ArrayList<Relation>();
            var labels = new HashSet<String>();
            for (var annotation : annotations) {
                switch (annotation) {
                    case Mention mention -> mentions.add(mention);
                    case Relation relation -> relations.add(relation);
                    case DocumentLabel label -> labels.add(label.type());
                }
            }
            return new Opinion(mentions, relations, labels);
        }
    }

    public Study {
        annotators = List.copyOf(annotators);
        documents = List.copyOf(documents);
        remarks = List.copyOf(remarks);
        if (annotators.size() < 2) throw new IllegalArgumentException("Agreement is between two at least");
    }

    /// What stands in several layers of the same documents, as [Side] says.
    public static Study ofLayers(List<AnnotatedDocument> documents, List<String> layers) {
        return ofSides(documents, layers.stream().map(Side::of).toList());
    }

    /// The same, of models with no more than they are sure of.
    public static Study ofSides(List<AnnotatedDocument> documents, List<Side> sides) {
        return new Study(
                sides.stream().map(Side::layer).toList(),
                documents.stream().map(document -> item(document, sides)).toList(),
                List.of());
    }

    /// What each of them says of a document.
    public static Item item(AnnotatedDocument document, List<Side> sides) {
        return new Item(
                document.id(),
                document.text(),
                sides.stream().map(side -> side.opinion(document)).toList());
    }

    /// The same documents from several sources, matched by their ids; those that not all have, or with another text,
    /// are
    /// left out with a remark.
    ///
    /// @param byName the documents of each, in the order in which they are to be named
    public static Study ofSources(Map<String, List<AnnotatedDocument>> byName) {
        var sources = new ArrayList<Map<String, AnnotatedDocument>>();
        var ids = new TreeSet<String>();
        byName.values().forEach(documents -> {
            var byId = new LinkedHashMap<String, AnnotatedDocument>();
            documents.forEach(document -> byId.putIfAbsent(document.id(), document));
            ids.addAll(byId.keySet());
            sources.add(byId);
        });
        var names = List.copyOf(byName.keySet());
        var items = new ArrayList<Item>();
        var remarks = new ArrayList<String>();
        for (var id : ids) {
            var found = sources.stream()
                    .map(source -> Optional.ofNullable(source.get(id)))
                    .toList();
            int missing = found.indexOf(Optional.<AnnotatedDocument>empty());
            if (missing >= 0) {
                remarks.add(id + ": not in " + names.get(missing));
                continue;
            }
            var documents = found.stream().flatMap(Optional::stream).toList();
            if (documents.stream().map(AnnotatedDocument::text).distinct().count() > 1) {
                remarks.add(id + ": its text is not the same everywhere");
                continue;
            }
            items.add(new Item(
                    id,
                    documents.getFirst().text(),
                    documents.stream()
                            .map(document -> Opinion.of(document.annotations().stream()
                                    .filter(one -> one.standing() != Standing.REJECTED)
                                    .toList()))
                            .toList()));
        }
        return new Study(names, items, remarks);
    }

    /// Two of them alone.
    public Study pair(int one, int other) {
        var items = documents.stream()
                .map(item -> new Item(item.id(), item.text(), List.of(item.by(one), item.by(other))))
                .toList();
        return new Study(List.of(annotators.get(one), annotators.get(other)), items, remarks);
    }

    /// With mentions of these types only, and the relations between them.
    public Study ofTypes(Set<String> types) {
        var items = documents.stream()
                .map(item -> new Item(
                        item.id(),
                        item.text(),
                        item.opinions().stream()
                                .map(opinion -> opinion.ofTypes(types))
                                .toList()))
                .toList();
        return new Study(annotators, items, remarks);
    }

    /// With mentions of one type only.
    public Study ofType(String type) {
        var items = documents.stream()
                .map(item -> new Item(
                        item.id(),
                        item.text(),
                        item.opinions().stream()
                                .map(opinion -> new Opinion(
                                        opinion.mentions().stream()
                                                .filter(mention ->
                                                        mention.type().equals(type))
                                                .toList(),
                                        List.of(),
                                        Set.of()))
                                .toList()))
                .toList();
        return new Study(annotators, items, remarks);
    }

    /// Types of mentions that any of them uses, sorted.
    public List<String> types() {
        var types = new TreeSet<String>();
        for (var item : documents) {
            for (var opinion : item.opinions()) opinion.mentions().forEach(mention -> types.add(mention.type()));
        }
        return List.copyOf(types);
    }

    /// Numbers for names, in the order in which they come.
    static Map<String, Integer> numbered(Iterable<String> names) {
        var numbers = new HashMap<String, Integer>();
        for (var name : names) numbers.putIfAbsent(name, numbers.size());
        return numbers;
    }
}
