package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// The smallest thing that somebody did to a document, as a record of who did what has it.
///
/// @param what   `add`, `remove`, `change`, `status` or the name of what is known beside the text
/// @param kind   `mention`, `relation`, `label` or `document`
/// @param id     of the annotation; empty for the document
/// @param spans  where it stands, such as `12-18` or, in two parts, `12-18;24-30`, in UTF-16 units
/// @param before what it was; empty for what was added
/// @param after  what it became; empty for what was removed
public record Deed(
        String what, String kind, String id, String layer, String type, String spans, String before, String after) {

    /// What an edit did, piece by piece.
    static List<Deed> of(Edit edit) {
        var deeds = new ArrayList<Deed>();
        collect(edit, deeds);
        return deeds;
    }

    private static void collect(Edit edit, List<Deed> deeds) {
        switch (edit) {
            case Edit.Add(var added) -> deeds.add(of("add", added, "", inWords(added)));
            case Edit.Remove(var removed) -> deeds.add(of("remove", removed, inWords(removed), ""));
            case Edit.Replace(var before, var after) -> deeds.add(of("change", after, inWords(before), inWords(after)));
            case Edit.SetStatus(var before, var after) ->
                deeds.add(new Deed("status", "document", "", "", "", "", before.name(), after.name()));
            case Edit.SetAbout(var key, var before, var after) ->
                deeds.add(new Deed(key, "document", "", "", "", "", before, after));
            case Edit.Group(var edits) -> edits.forEach(part -> collect(part, deeds));
        }
    }

    private static Deed of(String what, Annotation annotation, String before, String after) {
        var kind = switch (annotation) {
            case Mention _ -> "mention";
            case Relation _ -> "relation";
            case DocumentLabel _ -> "label";
        };
        var spans = annotation instanceof Mention mention ? written(mention.spans()) : "";
        return new Deed(what, kind, annotation.id(), annotation.layer(), annotation.type(), spans, before, after);
    }

    /// All that it says, in an order that stays: type, place, concepts or ends, attributes, and who says so.
    private static String inWords(Annotation annotation) {
        var parts = new ArrayList<String>();
        parts.add(annotation.type());
        switch (annotation) {
            case Mention mention -> {
                parts.add(written(mention.spans()));
                parts.addAll(mention.concepts());
            }
            case Relation relation -> relation.arguments().forEach(argument -> parts.add(argument(argument)));
            case DocumentLabel _ -> {}
        }
        Map<String, String> attributes = new TreeMap<>(annotation.attributes());
        attributes.forEach((name, value) -> parts.add(name + "=" + value));
        parts.add(source(annotation.source()));
        return String.join(" ", parts);
    }

    private static String argument(Relation.Argument argument) {
        return argument.role() + ":"
                + switch (argument.end()) {
                    case Relation.OfMention(var mention) -> mention;
                    case Relation.OfConcept(var concept) -> concept;
                };
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Person(var name) -> "by " + name;
            case Source.Imported(var from) -> "from " + from;
            case Source.Model(var name, var sure) -> "suggested by " + name + " " + rounded(sure);
            case Source.Accepted(var by, var model) -> "suggested by " + model.name() + ", accepted by " + by;
            case Source.Rejected(var by, var model) -> "suggested by " + model.name() + ", rejected by " + by;
        };
    }

    private static String written(List<Span> spans) {
        return spans.stream().map(span -> span.start() + "-" + span.end()).collect(Collectors.joining(";"));
    }

    private static String rounded(double sure) {
        return String.format(Locale.ROOT, "%.2f", sure);
    }
}
