package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;

/// The stretches of a mention, as a person moves, adds and takes them away. In text order, none touching another.
final class Parts {

    private Parts() {}

    /// With a further stretch; what it overlaps or touches becomes one with it.
    static List<Span> with(List<Span> parts, Span more) {
        var all = new ArrayList<>(parts);
        all.add(more);
        return joined(all);
    }

    /// Without this stretch; taken out of the middle, it leaves two parts. Empty if nothing is left.
    static List<Span> without(List<Span> parts, Span less) {
        var left = new ArrayList<Span>();
        for (var part : joined(parts)) {
            if (part.start() < less.start()) left.add(new Span(part.start(), Math.min(part.end(), less.start())));
            if (part.end() > less.end()) left.add(new Span(Math.max(part.start(), less.end()), part.end()));
        }
        return left;
    }

    /// The part that the caret stands in, if it was put there: at the very start it stands for the whole.
    static Optional<Span> at(List<Span> parts, int caret) {
        if (caret <= parts.getFirst().start()) return Optional.empty();
        return parts.stream()
                .filter(part -> part.start() <= caret && caret <= part.end())
                .findFirst();
    }

    /// With one border of one part moved to here; nothing if the part would be empty.
    static Optional<List<Span>> moved(List<Span> parts, Span part, boolean start, int to) {
        int from = start ? to : part.start();
        int end = start ? part.end() : to;
        if (from >= end) return Optional.empty();
        var others = new ArrayList<>(parts);
        others.remove(part);
        return Optional.of(with(others, new Span(from, end)));
    }

    private static List<Span> joined(List<Span> parts) {
        var joined = new ArrayList<Span>();
        for (var part : parts.stream().sorted().toList()) {
            if (!joined.isEmpty() && part.start() <= joined.getLast().end()) {
                joined.set(joined.size() - 1, joined.getLast().union(part));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
