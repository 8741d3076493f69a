package org.biogloss.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A table of a TOML file that remembers which keys were asked for, so that misspelt ones do not pass unseen.
///
/// Every complaint is an [IllegalArgumentException] that names the key as it stands in the file.
final class TomlTable {

    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<TomlTable> tables = new ArrayList<>();

    TomlTable(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /// A table inside; an empty one where it is missing.
    TomlTable table(String name) {
        known.add(name);
        var inner = node.get(name);
        if (inner != null && !inner.isObject()) throw wrong(name, "needs to be a table: [" + path + name + "]");
        var table = new TomlTable(path + name + ".", inner == null ? JsonNodeFactory.instance.objectNode() : inner);
        tables.add(table);
        return table;
    }

    /// The tables of `[[name]]`; none where there is none.
    List<TomlTable> tables(String name) {
        known.add(name);
        var inner = node.get(name);
        if (inner == null) return List.of();
        if (!inner.isArray()) throw wrong(name, "needs to be tables: [[" + path + name + "]]");
        var found = new ArrayList<TomlTable>();
        for (var item : inner) {
            if (!item.isObject()) throw wrong(name, "needs to be tables: [[" + path + name + "]]");
            found.add(new TomlTable(path + name + "[" + (found.size() + 1) + "].", item));
        }
        tables.addAll(found);
        return found;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    String text(String name, String otherwise) {
        return optionalText(name).orElse(otherwise);
    }

    Optional<String> optionalText(String name) {
        known.add(name);
        var value = node.get(name);
        if (value == null) return Optional.empty();
        if (!value.isTextual()) throw wrong(name, "needs to be a text in quotation marks, not " + value);
        return Optional.of(value.textValue());
    }

    double number(String name, double otherwise) {
        known.add(name);
        var value = node.get(name);
        if (value == null) return otherwise;
        if (!value.isNumber()) throw wrong(name, "needs to be a number, not " + value);
        return value.doubleValue();
    }

    long whole(String name, long otherwise) {
        known.add(name);
        var value = node.get(name);
        if (value == null) return otherwise;
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw wrong(name, "needs to be a whole number, not " + value);
        }
        return value.longValue();
    }

    int wholeInt(String name, int otherwise) {
        long value = whole(name, otherwise);
        if (value != (int) value) throw wrong(name, "is too large: " + value);
        return (int) value;
    }

    boolean flag(String name, boolean otherwise) {
        known.add(name);
        var value = node.get(name);
        if (value == null) return otherwise;
        if (!value.isBoolean()) throw wrong(name, "needs to be true or false, not " + value);
        return value.booleanValue();
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        var choices = List.of(otherwise.getDeclaringClass().getEnumConstants());
        return choice(name, otherwise, choices, choice -> choice.name().toLowerCase(Locale.ROOT));
    }

    /// One of a few words, each the id of a value.
    <E> E choice(String name, E otherwise, List<E> choices, Function<E, String> id) {
        var word = text(name, id.apply(otherwise));
        return choices.stream()
                .filter(choice -> id.apply(choice).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "needs to be one of " + choices.stream().map(id).collect(Collectors.joining(", ")) + ", not \""
                                + word + '"'));
    }

    /// Whether the value is a list, as opposed to a single word.
    boolean isList(String name) {
        return node.path(name).isArray();
    }

    List<Double> numbers(String name) {
        return items(name, "numbers", JsonNode::isNumber, JsonNode::doubleValue);
    }

    List<Long> wholes(String name) {
        return items(
                name,
                "whole numbers",
                item -> item.canConvertToExactIntegral() && item.canConvertToLong(),
                JsonNode::longValue);
    }

    private <T> List<T> items(String name, String what, Predicate<JsonNode> fits, Function<JsonNode, T> value) {
        known.add(name);
        var list = node.get(name);
        if (list == null) return List.of();
        var items = new ArrayList<T>();
        for (var item : list) {
            if (!fits.test(item)) throw wrong(name, "needs to be a list of " + what + ", not " + list);
            items.add(value.apply(item));
        }
        if (!list.isArray()) throw wrong(name, "needs to be a list of " + what + ", not " + list);
        return items;
    }

    List<String> texts(String name) {
        return items(name, "texts", JsonNode::isTextual, JsonNode::textValue);
    }

    /// Call when everything has been asked for.
    void refuseUnknownKeys() {
        for (var key : ((ObjectNode) node).properties()) {
            if (!known.contains(key.getKey())) {
                throw wrong(
                        key.getKey(), "is not a key that a recipe knows; here it knows " + String.join(", ", known));
            }
        }
        tables.forEach(TomlTable::refuseUnknownKeys);
    }

    IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(path + name + " " + what);
    }
}
