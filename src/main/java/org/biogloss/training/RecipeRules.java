package org.biogloss.training;

/// What the values of a recipe must keep to; every complaint names the key as it stands in the file.
final class RecipeRules {

    private RecipeRules() {}

    static void check(boolean holds, String key, String rule, Object value) {
        if (!holds) throw new IllegalArgumentException(key + " " + rule + ", not " + shown(value));
    }

    static void needsWords(String key, String value) {
        check(!value.isBlank(), key, "needs a value", value);
    }

    /// The id of a model: it names a folder and a layer.
    static void needsId(String key, String id) {
        check(
                id.matches("[a-z0-9][a-z0-9.-]{0,63}"),
                key,
                "needs to be 1 to 64 lower-case letters, digits, dots and hyphens",
                id);
    }

    private static String shown(Object value) {
        if (value instanceof String words) return '"' + words + '"';
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(value);
    }
}
