package org.biogloss.ui.training;

/// What people call the tasks.
final class TaskWords {

    private TaskWords() {}

    /// @param id as recipes have it, such as `ner`
    static String of(String id) {
        return switch (id) {
            case "ner", "pico", "relation", "similarity", "classification", "question", "joint", "pretraining" ->
                Words.TEXT.get("task." + id);
            default -> id;
        };
    }

    /// As [#of], for a narrow column.
    static String brief(String id) {
        return id.equals("ner") ? Words.TEXT.get("task.nerBrief") : of(id);
    }
}
