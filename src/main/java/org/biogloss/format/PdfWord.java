package org.biogloss.format;

/// A word as it stands on a page.
///
/// @param left   in points from the page's left edge, as [#right]
/// @param top    in points from the page's upper edge, as [#bottom], which is the base line
/// @param size   of the type, in points
record PdfWord(String text, float left, float top, float right, float bottom, float size) {

    float height() {
        return bottom - top;
    }

    float middle() {
        return (top + bottom) / 2;
    }
}
