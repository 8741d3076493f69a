package org.biogloss.document;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The annotations of one document in their one order: mentions by place, then relations, then labels.
///
/// Never changes; an edit makes the next one by copying references, so that an edit of a document with thousands of
/// mentions costs microseconds, and what is the same in both is the same object.
final class Annotations extends AbstractList<Annotation> implements RandomAccess {

    static final Comparator<Annotation> ORDER = Annotations::compare;

    /// From so many edits on, ids are looked up in a map rather than one after another.
    private static final int MANY = 6;

    private final Annotation[] inOrder;

    /// No mention ends behind this.
    private final int reach;

    private Annotations(Annotation[] inOrder, int reach) {
        this.inOrder = inOrder;
        this.reach = reach;
    }

    static Annotations of(Collection<? extends Annotation> any) {
        if (any instanceof Annotations already) return already;
        var sorted = any.toArray(Annotation[]::new);
        Arrays.sort(sorted, ORDER);
        int reach = 0;
        for (var annotation : sorted) reach = Math.max(reach, end(annotation));
        return new Annotations(sorted, reach);
    }

    private static int end(Annotation annotation) {
        return annotation instanceof Mention mention ? mention.end() : 0;
    }

    /// Where the last character of all mentions ends, or behind it.
    int reach() {
        return reach;
    }

    @Override
    public Annotation get(int index) {
        return inOrder[index];
    }

    @Override
    public int size() {
        return inOrder.length;
    }

    @Nullable
    Annotation find(String id) {
        for (var annotation : inOrder) if (annotation.id().equals(id)) return annotation;
        return null;
    }

    /// Index of the first mention that begins at the offset or behind it.
    int firstFrom(int offset) {
        int low = 0;
        int high = inOrder.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = inOrder[middle] instanceof Mention mention
                    && mention.spans().getFirst().start() < offset;
            if (before) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// How many mentions stand before the rest.
    int mentions() {
        return firstFrom(Integer.MAX_VALUE);
    }

    /// What an earlier state had that this one has not, and the other way round.
    AnnotatedDocument.Changed since(Annotations before) {
        var gone = new ArrayList<Annotation>();
        var come = new ArrayList<Annotation>();
        int i = 0;
        int j = 0;
        while (i < before.inOrder.length || j < inOrder.length) {
            if (i == before.inOrder.length) {
                come.add(inOrder[j++]);
            } else if (j == inOrder.length) {
                gone.add(before.inOrder[i++]);
            } else if (before.inOrder[i] == inOrder[j]) {
                i++;
                j++;
            } else {
                int order = compare(before.inOrder[i], inOrder[j]);
                boolean same = order == 0 && before.inOrder[i].equals(inOrder[j]);
                if (order <= 0 && !same) gone.add(before.inOrder[i]);
                if (order >= 0 && !same) come.add(inOrder[j]);
                if (order <= 0) i++;
                if (order >= 0) j++;
            }
        }
        return new AnnotatedDocument.Changed(gone, come);
    }

    /// What is to become the next state.
    ///
    /// @param edits about how many changes will be made
    Next next(int edits) {
        return new Next(edits);
    }

    final class Next {

        private final List<Annotation> now = new ArrayList<>(Arrays.asList(inOrder));
        private final @Nullable Map<String, Annotation> byId;
        private int newReach = reach;

        private Next(int edits) {
            byId = edits < MANY ? null : new HashMap<>();
            if (byId != null) for (var annotation : inOrder) byId.put(annotation.id(), annotation);
        }

        void add(Annotation added) {
            if (find(added.id()) != null)
                throw new IllegalStateException("There is already an annotation " + added.id());
            insert(added);
        }

        /// Both have one id.
        void replace(Annotation before, Annotation after) {
            remove(before);
            insert(after);
        }

        private void insert(Annotation added) {
            newReach = Math.max(newReach, end(added));
            int at = java.util.Collections.binarySearch(now, added, ORDER);
            now.add(at < 0 ? -at - 1 : at, added);
            if (byId != null) byId.put(added.id(), added);
        }

        void remove(Annotation removed) {
            int at = java.util.Collections.binarySearch(now, removed, ORDER);
            if (at < 0 || !now.get(at).equals(removed)) {
                throw new IllegalStateException("There is no such annotation to remove: " + removed.id());
            }
            now.remove(at);
            if (byId != null) byId.remove(removed.id());
        }

        /// Whatever stands under its id gives way.
        void put(Annotation annotation) {
            remove(annotation.id());
            add(annotation);
        }

        /// Whatever stands under this id, if anything does.
        void remove(String id) {
            var there = find(id);
            if (there != null) remove(there);
        }

        @Nullable
        Annotation find(String id) {
            if (byId != null) return byId.get(id);
            for (var annotation : now) if (annotation.id().equals(id)) return annotation;
            return null;
        }

        Annotations done() {
            return new Annotations(now.toArray(Annotation[]::new), newReach);
        }
    }

    private static int compare(Annotation one, Annotation other) {
        if (one instanceof Mention a && other instanceof Mention b) {
            int byStart = Integer.compare(
                    a.spans().getFirst().start(), b.spans().getFirst().start());
            if (byStart != 0) return byStart;
            int byEnd = Integer.compare(a.end(), b.end());
            return byEnd != 0 ? byEnd : a.id().compareTo(b.id());
        }
        int byKind = Integer.compare(kind(one), kind(other));
        return byKind != 0 ? byKind : one.id().compareTo(other.id());
    }

    private static int kind(Annotation annotation) {
        return switch (annotation) {
            case Mention _ -> 0;
            case Relation _ -> 1;
            case DocumentLabel _ -> 2;
        };
    }
}
