package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;

/// What a person does to relations, each as one correction.
record RelationPen(Correction.Pen pen) {

    /// A new relation. Ends that are suggestions are accepted with it: a relation ties finished work only.
    ///
    /// @param id    for the new one
    /// @param roles of the two mentions
    Optional<Correction> tie(
            String id, String type, Mention first, Mention second, List<String> roles, boolean directed) {
        if (first.id().equals(second.id())) return Optional.empty();
        var arguments = List.of(argument(roles.get(0), first), argument(roles.get(1), second));
        var same = pen.document()
                .relations()
                .filter(relation -> relation.type().equals(type) && saysTheSame(relation, arguments, directed))
                .findFirst();
        if (same.isPresent()) return accept(same.get());
        var fresh = new Relation(id, pen.layer(), type, arguments, Map.of(), pen.person());
        var edits = new ArrayList<Edit>();
        for (var end : List.of(first, second)) pen.addAcceptance(edits, end);
        edits.add(new Edit.Add(fresh));
        var title = "Link " + pen.quoted(first) + " and " + pen.quoted(second) + " as " + type;
        return Optional.of(pen.made(title, Edit.group(edits.toArray(Edit[]::new)), first.id()));
    }

    Optional<Correction> add(Relation relation, String role, Mention mention) {
        if (relation.arguments().contains(argument(role, mention))) return Optional.empty();
        var arguments = new ArrayList<>(relation.arguments());
        arguments.add(argument(role, mention));
        var edits = new ArrayList<Edit>();
        pen.addAcceptance(edits, mention);
        edits.add(new Edit.Replace(relation, owned(relation.tying(arguments, pen.person()))));
        var title = "Add " + pen.quoted(mention) + " as " + role + " to " + relation.type();
        return Optional.of(pen.made(title, Edit.group(edits.toArray(Edit[]::new)), mention.id()));
    }

    /// Nothing where fewer than two would be left: then the relation itself is to be deleted.
    Optional<Correction> remove(Relation relation, Relation.Argument argument, String selects) {
        var rest = new ArrayList<>(relation.arguments());
        if (!rest.remove(argument) || rest.size() < 2) return Optional.empty();
        var title = "Take " + argument.role() + " out of " + relation.type();
        return changed(title, relation, relation.tying(rest, pen.person()), selects);
    }

    /// @param roles of its arguments, in their order
    Optional<Correction> retype(Relation relation, String type, List<String> roles, String selects) {
        if (relation.type().equals(type)) return Optional.empty();
        var arguments = new ArrayList<Relation.Argument>();
        for (int i = 0; i < relation.arguments().size(); i++) {
            arguments.add(new Relation.Argument(
                    roles.get(i), relation.arguments().get(i).end()));
        }
        var title = "Change the relation " + relation.type() + " to " + type;
        return changed(title, relation, relation.retyped(type, arguments, pen.person()), selects);
    }

    /// The two ends change places; their roles stay where they are.
    Optional<Correction> reverse(Relation relation, String selects) {
        if (relation.arguments().size() != 2) return Optional.empty();
        var head = relation.arguments().get(0);
        var tail = relation.arguments().get(1);
        var arguments =
                List.of(new Relation.Argument(head.role(), tail.end()), new Relation.Argument(tail.role(), head.end()));
        var title = "Reverse the relation " + relation.type();
        return changed(title, relation, relation.tying(arguments, pen.person()), selects);
    }

    Optional<Correction> accept(Relation relation) {
        if (!(relation.source() instanceof Source.Model model)) return Optional.empty();
        var after = relation.from(pen.layer(), new Source.Accepted(pen.by(), model));
        return changed("Accept the relation " + relation.type(), relation, after, "");
    }

    /// A suggestion is rejected, so that it is not suggested again; anything else goes.
    Optional<Correction> delete(Relation relation, String selects) {
        if (!(relation.source() instanceof Source.Model model)) {
            var title = "Delete the relation " + relation.type();
            return Optional.of(pen.made(title, new Edit.Remove(relation), selects));
        }
        var after = relation.from(relation.layer(), new Source.Rejected(pen.by(), model));
        return changed("Reject the relation " + relation.type(), relation, after, selects);
    }

    private Optional<Correction> changed(String title, Relation before, Relation after, String selects) {
        var owned = after.source() instanceof Source.Rejected ? after : owned(after);
        return Optional.of(pen.made(title, new Edit.Replace(before, owned), selects));
    }

    /// Finished work stays in its layer; what was a suggestion moves to the person's.
    private Relation owned(Relation relation) {
        return relation.from(pen.layerFor(relation), relation.source());
    }

    private static Relation.Argument argument(String role, Mention mention) {
        return new Relation.Argument(role, new Relation.OfMention(mention.id()));
    }

    private static boolean saysTheSame(Relation relation, List<Relation.Argument> arguments, boolean directed) {
        var ends = relation.arguments().stream().map(Relation.Argument::end).toList();
        var wanted = arguments.stream().map(Relation.Argument::end).toList();
        return ends.equals(wanted) || !directed && ends.equals(wanted.reversed());
    }
}
