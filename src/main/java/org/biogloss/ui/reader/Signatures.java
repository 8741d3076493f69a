package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;

/// What the schema says of who may play which part in a relation. It offers and warns; it forbids nothing.
record Signatures(Schema schema) {

    private static final String HEAD = "head";
    private static final String TAIL = "tail";

    /// Something to choose: a relation type, or a part in one.
    ///
    /// @param note what it ties, or what it would have to be
    /// @param fits whether the schema admits it
    record Offer(String name, String note, boolean fits) {}

    /// The relation types for two mentions of these types, those that admit them first.
    List<Offer> between(String head, String tail) {
        return fittingFirst(schema.relations().stream()
                .map(type -> new Offer(
                        type.name(),
                        inWords(type),
                        placed(type, List.of(head, tail)).isPresent()))
                .toList());
    }

    /// The types that an event may have which begins with a mention of this type: true events first.
    List<Offer> startingWith(String mention) {
        return schema.relations().stream()
                .sorted(Comparator.comparing(Schema.RelationType::isBinary))
                .map(type -> new Offer(
                        type.name(), inWords(type), type.roles().stream().anyMatch(role -> role.admits(mention))))
                .sorted(Comparator.comparing(offer -> !offer.fits()))
                .toList();
    }

    /// The parts that a mention may play in a relation that has some already: fitting ones first, of these the ones
    /// that
    /// are still open, and of these the ones that name its type.
    List<Offer> roles(String type, List<String> taken, String mention) {
        return roles(type).stream()
                .sorted(Comparator.comparing((Schema.Role role) -> taken.contains(role.name()))
                        .thenComparing(role -> role.types().isEmpty()))
                .map(role -> new Offer(role.name(), types(role.types()), role.admits(mention)))
                .sorted(Comparator.comparing(offer -> !offer.fits()))
                .toList();
    }

    /// The part that a mention would most likely play.
    String likelyRole(String type, List<String> taken, String mention) {
        return roles(type, taken, mention).getFirst().name();
    }

    /// The roles of a relation type; of one that the schema does not know, head and tail.
    List<Schema.Role> roles(String type) {
        return schema.relation(type)
                .map(Schema.RelationType::roles)
                .orElse(List.of(new Schema.Role(HEAD, List.of(), false), new Schema.Role(TAIL, List.of(), false)));
    }

    /// The roles of two mentions in the order in which they are linked.
    List<String> rolesFor(String type, String head, String tail) {
        return schema.relation(type)
                .flatMap(known -> placed(known, List.of(head, tail)))
                .orElseGet(() ->
                        roles(type).stream().limit(2).map(Schema.Role::name).toList());
    }

    boolean isDirected(String type) {
        return schema.relation(type).map(Schema.RelationType::directed).orElse(true);
    }

    /// What is wrong with a relation by its signature, in words; nothing where the schema does not know its type.
    ///
    /// @param typeOf the type of what an end names, where that is known
    Optional<String> trouble(Relation relation, Function<Relation.End, Optional<String>> typeOf) {
        var known = schema.relation(relation.type());
        if (known.isEmpty()) return Optional.empty();
        var type = known.get();
        if (type.isBinary() && relation.arguments().size() == 2) {
            var head = typeOf.apply(relation.head());
            var tail = typeOf.apply(relation.tail());
            boolean fits = head.isEmpty() || tail.isEmpty() || type.admits(head.get(), tail.get());
            return fits ? Optional.empty() : Optional.of(relation.type() + " ties " + inWords(type));
        }
        for (var argument : relation.arguments()) {
            var role = type.roles().stream()
                    .filter(one -> one.name().equals(argument.role()))
                    .findFirst();
            if (role.isEmpty()) return Optional.of(relation.type() + " knows no part " + argument.role());
            var mention = typeOf.apply(argument.end());
            if (mention.filter(one -> !role.get().admits(one)).isPresent()) {
                return Optional.of(argument.role() + " of " + relation.type() + " is "
                        + types(role.get().types()));
            }
        }
        return Optional.empty();
    }

    /// Such as `Chemical → Disease`, or `Theme: Gene, Site`.
    private static String inWords(Schema.RelationType type) {
        if (!type.isBinary()) {
            return String.join(
                    ", ", type.roles().stream().map(Schema.Role::name).toList());
        }
        var arrow = type.directed() ? " → " : " – ";
        return types(type.roles().get(0).types())
                + arrow
                + types(type.roles().get(1).types());
    }

    private static String types(List<String> types) {
        return types.isEmpty() ? "anything" : String.join(" or ", types);
    }

    /// For each mention the first role still open that admits it, in the order of the mentions.
    private static Optional<List<String>> placed(Schema.RelationType type, List<String> mentions) {
        if (type.isBinary() && type.directed()) {
            var names = type.roles().stream().map(Schema.Role::name).toList();
            return type.admits(mentions.get(0), mentions.get(1)) ? Optional.of(names) : Optional.empty();
        }
        var open = new ArrayList<>(type.roles());
        var names = new ArrayList<String>();
        for (var mention : mentions) {
            var role = open.stream().filter(one -> one.admits(mention)).findFirst();
            if (role.isEmpty()) return Optional.empty();
            open.remove(role.get());
            names.add(role.get().name());
        }
        return Optional.of(names);
    }

    private static List<Offer> fittingFirst(List<Offer> offers) {
        return offers.stream()
                .sorted(Comparator.comparing(offer -> !offer.fits()))
                .toList();
    }
}
