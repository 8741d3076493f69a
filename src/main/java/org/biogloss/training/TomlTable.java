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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var word = text(name, otherwise.name());
        var choices = otherwise.getDeclaringClass().getEnumConstants();
        for (var choice : choices) {
            if (choice.name().equalsIgnoreCase(word)) return choice;
        }
        var words =
                Stream.of(choices).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        throw wrong(name, "needs to be one of " + words + ", not \"" + word + '"');
    }

    List<String> texts(String name) {
        known.add(name);
        var value = node.get(name);
        if (value == null) return List.of();
        var texts = new ArrayList<String>();
        for (var item : value) {
            if (!item.isTextual()) throw wrong(name, "needs to be a list of texts, not " + value);
            texts.add(item.textValue());
        }
        if (!value.isArray()) throw wrong(name, "needs to be a list of texts, not " + value);
        return texts;
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

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(path + name + " " + what);
    }
}
