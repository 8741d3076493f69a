package org.biogloss.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Files that something went wrong with: cut off, bytes flipped, lines swapped, numbers out of range, parts lost or
/// twice.
final class Mutated {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Mutated() {}

    static byte[] of(byte[] valid, Random random) {
        byte[] now = valid;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) now = mutatedOnce(now, random);
        return now;
    }

    private static byte[] mutatedOnce(byte[] now, Random random) {
        if (now.length == 0) return now;
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(now, random.nextInt(now.length));
            case 1 -> flipped(now, random);
            case 2 -> swappedLines(now, random);
            case 3 -> replaced(now, random, "99999999999999999999999");
            case 4 -> replaced(now, random, random.nextBoolean() ? "-1" : "1e9");
            case 5 -> without(now, random);
            case 6 -> repeated(now, random);
            default -> withOddBytes(now, random);
        };
    }

    private static byte[] flipped(byte[] now, Random random) {
        byte[] copy = now.clone();
        for (int i = 0; i <= random.nextInt(5); i++) copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        return copy;
    }

    private static byte[] swappedLines(byte[] now, Random random) {
        var lines = new ArrayList<>(List.of(text(now).split("(?<=\n)")));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return bytes(String.join("", lines));
    }

    private static byte[] replaced(byte[] now, Random random, String by) {
        var numbers = NUMBER.matcher(text(now)).results().toList();
        if (numbers.isEmpty()) return now;
        var one = numbers.get(random.nextInt(numbers.size()));
        return bytes(text(now).substring(0, one.start()) + by + text(now).substring(one.end()));
    }

    /// A column, an element or a field less.
    private static byte[] without(byte[] now, Random random) {
        int from = random.nextInt(now.length);
        int to = Math.min(now.length, from + 1 + random.nextInt(20));
        return bytes(text(now, 0, from) + text(now, to, now.length));
    }

    private static byte[] repeated(byte[] now, Random random) {
        int from = random.nextInt(now.length);
        int to = Math.min(now.length, from + 1 + random.nextInt(60));
        return bytes(text(now, 0, to) + text(now, from, now.length));
    }

    private static byte[] withOddBytes(byte[] now, Random random) {
        var odd = List.of("\t", "|", "\n", "\u0000", "\uFFFF", "<", "&x;", "\"", "}", "]", "\\ud800", "]]>", "<!--");
        int at = random.nextInt(now.length);
        return bytes(text(now, 0, at) + odd.get(random.nextInt(odd.size())) + text(now, at, now.length));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
