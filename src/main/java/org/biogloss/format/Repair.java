package org.biogloss.format;

/// Something in a file that was wrong and that the import put right.
///
/// @param where the line, document or mention
/// @param what  what was wrong and what became of it
/// @param times how many there were, where many alike stand in one line
public record Repair(String where, String what, int times) {

    public Repair(String where, String what) {
        this(where, what, 1);
    }
}
