package org.biogloss.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// Which annotations go into an export.
///
/// @param layer     only this one; empty for all
/// @param standings suggestions and what was turned down are in only if asked for
public record Selection(Optional<String> layer, Set<Standing> standings) {

    public Selection {
        standings = Set.copyOf(standings);
    }

    /// What counts as true.
    public static Selection confirmed(Optional<String> layer) {
        return new Selection(layer, Set.of(Standing.CONFIRMED));
    }

    public static Selection everything() {
        return new Selection(Optional.empty(), Set.of(Standing.values()));
    }

    /// The document with the selected annotations; a relation whose mention is not selected goes with it.
    AnnotatedDocument of(AnnotatedDocument document, Losses losses) {
        var chosen = document.annotations().stream().filter(this::takes).toList();
        losses.note(
                document.annotations().stream()
                        .filter(a -> !standings.contains(a.standing()))
                        .count(),
                "suggestions, open or turned down, are left out");
        var mentions = new HashSet<String>();
        chosen.stream().filter(Mention.class::isInstance).forEach(mention -> mentions.add(mention.id()));
        List<Annotation> whole =
                chosen.stream().filter(a -> isWhole(a, mentions)).toList();
        losses.note(chosen.size() - whole.size(), "relations are left out because a mention that they tie is");
        return new AnnotatedDocument(withoutPath(document.document()), document.status(), whole);
    }

    /// Where a file lay on this machine is nobody else's business.
    private static Document withoutPath(Document document) {
        if (document.known(Document.SOURCE_PATH).isEmpty()) return document;
        var about = new HashMap<>(document.about());
        about.remove(Document.SOURCE_PATH);
        return new Document(document.id(), document.text(), document.sections(), about);
    }

    private boolean takes(Annotation annotation) {
        return standings.contains(annotation.standing())
                && layer.map(name -> name.equals(annotation.layer())).orElse(true);
    }

    private static boolean isWhole(Annotation annotation, Set<String> mentions) {
        return !(annotation instanceof Relation relation)
                || relation.arguments().stream()
                        .allMatch(argument ->
                                !(argument.end() instanceof Relation.OfMention(var id)) || mentions.contains(id));
    }
}
