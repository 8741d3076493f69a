package org.biogloss.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// What would have to be done to a document for it to say what it said at another time. Suggestions that wait are
/// nobody's work and stay, unless they tie what goes.
///
/// @param comes   what that time has and now does not
/// @param goes    what now has and that time does not
/// @param changes what both have under one id, otherwise
/// @param beside  status and what is known beside the text
public record Difference(List<Annotation> comes, List<Annotation> goes, List<Edit.Replace> changes, List<Edit> beside) {

    public Difference {
        comes = List.copyOf(comes);
        goes = List.copyOf(goes);
        changes = List.copyOf(changes);
        beside = List.copyOf(beside);
    }

    public static Difference between(AnnotatedDocument now, AnnotatedDocument then) {
        var wanted = byId(then);
        var there = byId(now);
        var goes = new ArrayList<Annotation>();
        var changes = new ArrayList<Edit.Replace>();
        for (var annotation : now.annotations()) {
            var other = wanted.get(annotation.id());
            if (other != null && !other.equals(annotation)) changes.add(new Edit.Replace(annotation, other));
            if (other == null && annotation.standing() != Standing.SUGGESTED) goes.add(annotation);
        }
        var gone = new HashSet<String>();
        for (var annotation : goes) gone.add(annotation.id());
        now.relations()
                .filter(relation -> relation.standing() == Standing.SUGGESTED && ties(relation, gone))
                .forEach(goes::add);
        var comes = then.annotations().stream()
                .filter(annotation -> !there.containsKey(annotation.id()))
                .toList();
        return new Difference(comes, goes, changes, beside(now, then));
    }

    public boolean isNone() {
        return comes.isEmpty() && goes.isEmpty() && changes.isEmpty() && beside.isEmpty();
    }

    /// As one edit of the document that is now.
    public Edit edit() {
        var edits = new ArrayList<Edit>();
        goes.forEach(annotation -> edits.add(new Edit.Remove(annotation)));
        edits.addAll(changes);
        comes.forEach(annotation -> edits.add(new Edit.Add(annotation)));
        edits.addAll(beside);
        return new Edit.Group(edits);
    }

    private static boolean ties(Relation relation, HashSet<String> gone) {
        return relation.arguments().stream()
                .anyMatch(argument ->
                        argument.end() instanceof Relation.OfMention(var mention) && gone.contains(mention));
    }

    private static List<Edit> beside(AnnotatedDocument now, AnnotatedDocument then) {
        var edits = new ArrayList<Edit>();
        if (now.status() != then.status()) edits.add(new Edit.SetStatus(now.status(), then.status()));
        var before = now.document().about();
        var after = then.document().about();
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            var was = before.getOrDefault(key, "");
            var is = after.getOrDefault(key, "");
            if (!Objects.equals(was, is)) edits.add(new Edit.SetAbout(key, was, is));
        }
        return edits;
    }

    private static Map<String, Annotation> byId(AnnotatedDocument document) {
        var byId = new HashMap<String, Annotation>();
        for (var annotation : document.annotations()) byId.put(annotation.id(), annotation);
        return byId;
    }
}
