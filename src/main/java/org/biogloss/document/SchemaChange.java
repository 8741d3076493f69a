package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A change to what a project knows. Like [Edit] it knows its opposite, and stands in the journal beside the edits that
/// belong to it.
public record SchemaChange(Schema before, Schema after) {

    public SchemaChange inverse() {
        return new SchemaChange(after, before);
    }

    /// The schema as it is now, changed so. What others changed meanwhile (an import that brought a type) stays:
    /// name by name, only what this change touches is touched.
    public Schema on(Schema now) {
        if (now.equals(before)) return after;
        return new Schema(
                merged(before.entities(), after.entities(), now.entities(), Schema.EntityType::name),
                merged(before.relations(), after.relations(), now.relations(), Schema.RelationType::name),
                merged(before.labels(), after.labels(), now.labels(), Function.identity()),
                merged(before.attributes(), after.attributes(), now.attributes(), Schema.AttributeType::name));
    }

    /// In the order of `after`; what only `now` has comes last.
    private static <T> List<T> merged(List<T> before, List<T> after, List<T> now, Function<T, String> name) {
        if (now.equals(before)) return after;
        var merged = new ArrayList<T>();
        for (var wanted : after) {
            var old = of(before, wanted, name);
            var current = of(now, wanted, name);
            boolean untouched = old != null && old.equals(wanted);
            if (!untouched) merged.add(wanted);
            else if (current != null) merged.add(current);
        }
        for (var current : now) {
            boolean added = of(before, current, name) == null;
            if (added && of(merged, current, name) == null) merged.add(current);
        }
        return merged;
    }

    private static <T> @Nullable T of(List<T> all, T like, Function<T, String> name) {
        return all.stream()
                .filter(one -> name.apply(one).equals(name.apply(like)))
                .findFirst()
                .orElse(null);
    }
}
