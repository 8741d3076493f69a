package org.biogloss.format;

/// Something in a file that was not taken over.
///
/// @param where the line, document or mention
/// @param why   what is wrong with it
/// @param times how many there were, where many alike stand in one line
public record Rejection(String where, String why, int times) {

    public Rejection(String where, String why) {
        this(where, why, 1);
    }
}
