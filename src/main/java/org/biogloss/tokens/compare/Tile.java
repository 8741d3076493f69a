package org.biogloss.tokens.compare;

import org.biogloss.document.Span;

/// One piece of a text, as a column shows it.
///
/// @param piece   as the vocabulary writes it, such as `##oxo`
/// @param span    what it covers of the text, but for white space at its ends
/// @param begins  whether it is the first of its word
/// @param ringed  whether another column has no piece with just this span
/// @param unknown whether it stands for what the vocabulary cannot spell
/// @param altered whether it spells other letters than the text has, case aside: an accent stripped, a sign dropped
/// @param bytes   whether it is written in bytes, see [PieceText]
public record Tile(
        String piece,
        int id,
        Span span,
        boolean begins,
        boolean ringed,
        boolean unknown,
        boolean altered,
        boolean bytes) {}
