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

        Opinion by(int annotator) {
            return opinions.get(annotator);
        }
    }

    /// What one has said of one document.
    public record Opinion(List<Mention> mentions, List<Relation> relations, Set<String> labels) {

        public Opinion {
            mentions = List.copyOf(mentions);
            relations = List.copyOf(relations);
            labels = Set.copyOf(labels);
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

    /// What stands in several layers of the same documents; what was turned down does not count, and suggestions count
    /// in the layers of models, which hold nothing else.
    public static Study ofLayers(List<AnnotatedDocument> documents, List<String> layers) {
        var items = documents.stream()
                .map(document -> new Item(
                        document.id(),
                        document.text(),
                        layers.stream().map(layer -> opinion(document, layer)).toList()))
                .toList();
        return new Study(layers, items, List.of());
    }

    private static Opinion opinion(AnnotatedDocument document, String layer) {
        return Opinion.of(document.annotations().stream()
                .filter(one -> one.layer().equals(layer) && one.standing() != Standing.REJECTED)
                .toList());
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
