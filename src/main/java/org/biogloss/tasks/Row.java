package org.biogloss.tasks;

import org.biogloss.bert.Targets;

/// An example, or a window of a long one, as the network reads it and what it should make of it.
///
/// @param id      of the example
/// @param ids     word pieces, the special ones included
/// @param types   the segment of each piece
/// @param places  for the head and the tail of a relation, how much each piece counts there; empty where
///     the network does not ask
/// @param targets for this row alone
@SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
public record Row(String id, TaskHead head, int[] ids, int[] types, float[][] places, Targets targets) {

    /// In pieces.
    public int length() {
        return ids.length;
    }
}
