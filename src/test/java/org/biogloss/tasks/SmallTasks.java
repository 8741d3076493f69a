package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.biogloss.bert.AdamW;

/// Tiny languages of single letters in which each of the six tasks has a rule that a tiny network can learn.
final class SmallTasks {

    static final Learner.Settings SETTINGS = new Learner.Settings(0, 0, 48, AdamW.USUAL, 0, 1, 0);

    private SmallTasks() {}

    static List<Example> examples(TaskKind kind, int count, long seed) {
        var chance = new Random(seed);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < count; i++) examples.add(example(kind, "e" + i, chance));
        return examples;
    }

    static TaskHead head(String name, TaskKind kind) {
        return TaskHead.of(name, form(kind), examples(kind, 60, 1), List.of());
    }

    static TaskForm form(TaskKind kind) {
        var usual = TaskForm.usual(kind);
        return kind == TaskKind.RELATION ? usual.withNegative("none") : usual;
    }

    private static Example example(TaskKind kind, String id, Random chance) {
        return switch (kind) {
            case NER, PICO -> genes(id, 8, chance);
            case RELATION -> relation(id, chance);
            case SIMILARITY -> similarity(id, chance);
            case CLASSIFICATION -> {
                var text = letters("xyzab", 4, chance);
                yield new LabelledText(
                        id,
                        text,
                        List.of("a", "b").stream()
                                .filter(text::contains)
                                .map(letter -> letter.toUpperCase(Locale.ROOT))
                                .toList());
            }
            case QUESTION -> {
                var asked = chance.nextBoolean() ? "a" : "b";
                var context = letters("xyz", 3, chance) + " " + (chance.nextBoolean() ? "a" : "b");
                yield new QuestionExample(id, asked, List.of(context, "z"), context.contains(asked) ? "yes" : "no");
            }
        };
    }

    /// A gene is a word of only `a` and `b`.
    static NerExample genes(String id, int words, Random chance) {
        var text = new StringBuilder();
        var mentions = new ArrayList<TypedSpan>();
        for (int i = 0; i < words; i++) {
            boolean gene = chance.nextInt(4) == 0;
            int start = text.length();
            int letters = 1 + chance.nextInt(3);
            for (int letter = 0; letter < letters; letter++) {
                text.append((char) ((gene ? 'a' : 'x') + chance.nextInt(2)));
            }
            if (gene) mentions.add(TypedSpan.of(start, text.length(), "Gene"));
            text.append(i + 1 < words ? " " : "");
        }
        return new NerExample(id, text.toString(), mentions);
    }

    /// A chemical and a gene have to do with each other where there is a `k` in the sentence.
    private static RelationExample relation(String id, Random chance) {
        boolean related = chance.nextBoolean();
        var before = letters("xyz", chance.nextInt(3), chance) + " ";
        var between = " " + letters("xyz", 1 + chance.nextInt(2), chance) + (related ? " k " : " ");
        var head = letters("cde", 1, chance);
        var tail = letters("cde", 2, chance);
        var text = before + head + between + tail + " z";
        int second = before.length() + head.length() + between.length();
        return new RelationExample(
                id,
                text,
                Optional.empty(),
                Optional.of(TypedSpan.of(before.length(), before.length() + head.length(), "Chemical")),
                Optional.of(TypedSpan.of(second, second + tail.length(), "Gene")),
                related ? "binds" : "none");
    }

    /// The more letters `a` there are in both texts, the more alike they are.
    private static ScoredPair similarity(String id, Random chance) {
        int alike = chance.nextInt(5);
        var first = "a ".repeat(alike) + letters("xyz", 5 - alike, chance);
        var second = "a ".repeat(alike) + letters("xyz", 5 - alike, chance);
        return new ScoredPair(id, first, second, alike);
    }

    private static String letters(String of, int count, Random chance) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(of.charAt(chance.nextInt(of.length())));
        }
        return text.toString();
    }

    /// Shows the examples so many times.
    static void teach(Learner learner, TaskHead head, List<? extends Example> examples, int epochs, double rate) {
        var rows = learner.encode(head, examples);
        var lengths = rows.stream().map(Row::length).toList();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (var batch : Batches.ofEpoch(lengths, 20, 1, epoch)) {
                learner.learn(List.of(batch.stream().map(rows::get).toList()), List.of(), rate);
            }
        }
    }
}
