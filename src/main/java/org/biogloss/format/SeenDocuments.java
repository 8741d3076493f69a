package org.biogloss.format;

import java.util.Arrays;

/// The ids of the documents of one import with a fingerprint of each text: 16 bytes a document, so that a million
/// documents are remembered in little memory.
final class SeenDocuments {

    private static final long EMPTY = 0;

    private long[] ids = new long[1024];
    private long[] texts = new long[1024];
    private int count;

    /// Whether a document of this id has come by.
    boolean contains(String id) {
        return ids[slot(ids, hash(id))] != EMPTY;
    }

    boolean hasText(String id, String text) {
        int slot = slot(ids, hash(id));
        return ids[slot] != EMPTY && texts[slot] == hash(text);
    }

    void add(String id, String text) {
        if (count * 2 >= ids.length) grow();
        int slot = slot(ids, hash(id));
        if (ids[slot] == EMPTY) count++;
        ids[slot] = hash(id);
        texts[slot] = hash(text);
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldTexts = texts;
        ids = new long[oldIds.length * 2];
        texts = Arrays.copyOf(oldTexts, oldTexts.length * 2);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] == EMPTY) continue;
            int slot = slot(ids, oldIds[i]);
            ids[slot] = oldIds[i];
            texts[slot] = oldTexts[i];
        }
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) (hash >>> 20) & (table.length - 1);
        while (table[slot] != EMPTY && table[slot] != hash) slot = (slot + 1) & (table.length - 1);
        return slot;
    }

    /// FNV-1a over the characters, mixed; never [#EMPTY].
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == EMPTY ? 1 : hash;
    }
}
