package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;

/// Writes text into XML with what must be escaped escaped, and U+FFFD for characters that XML forbids.
final class XmlText {

    private final Writer out;

    XmlText(Writer out) {
        this.out = out;
    }

    XmlText raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    XmlText element(String name, String text) throws IOException {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    XmlText text(String text) throws IOException {
        return escape(text, false);
    }

    XmlText attribute(String text) throws IOException {
        return escape(text, true);
    }

    private XmlText escape(String text, boolean inAttribute) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                case '"', '\n', '\t' -> {
                    if (inAttribute) out.write("&#" + (int) c + ";");
                    else out.write(c);
                }
                default -> out.write(c < ' ' || c >= 0xFFFE ? '\uFFFD' : c);
            }
        }
        return this;
    }
}
