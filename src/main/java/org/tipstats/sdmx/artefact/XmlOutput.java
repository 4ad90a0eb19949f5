package org.tipstats.sdmx.artefact;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML as a stream. Comments of data providers become attributes and may contain any character. This class
 * therefore keeps line breaks in attributes and replaces characters that XML does not allow with U+FFFD. The XML writer
 * of the Java platform does neither of the two.
 */
public final class XmlOutput {

    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    public XmlOutput(OutputStream stream) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /**
     * Opens an element.
     *
     * @param attributes the names and values of attributes, each value after its name; an attribute whose value is null
     *     is left out
     */
    public XmlOutput open(String name, String... attributes) throws IOException {
        closeTag();
        out.write('<');
        out.write(name);
        open.push(name);
        inTag = true;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    /** Adds an attribute to the start tag just opened. Does nothing if the value is null. */
    public XmlOutput attribute(String name, String value) throws IOException {
        if (value != null) {
            out.write(' ');
            out.write(name);
            out.write("=\"");
            escape(value, true);
            out.write('"');
        }
        return this;
    }

    public XmlOutput close() throws IOException {
        String name = open.pop();
        if (inTag) {
            out.write("/>");
            inTag = false;
        } else {
            out.write("</");
            out.write(name);
            out.write('>');
        }
        return this;
    }

    public XmlOutput empty(String name, String... attributes) throws IOException {
        return open(name, attributes).close();
    }

    /** Writes an element that contains only text. */
    public XmlOutput text(String name, String text, String... attributes) throws IOException {
        open(name, attributes);
        closeTag();
        escape(text, false);
        return close();
    }

    /** Closes all open elements and flushes the stream. */
    public void end() throws IOException {
        while (!open.isEmpty()) {
            close();
        }
        out.write('\n');
        out.flush();
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) throws IOException {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String replacement = replacement(text, i, attribute);
            if (replacement != null) {
                out.write(text, done, i - done);
                out.write(replacement);
                done = i + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }

    /** Returns the text that replaces a character in XML, or null if the character stays as it is. */
    private static String replacement(String text, int at, boolean attribute) {
        char c = text.charAt(at);
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> attribute ? "&quot;" : null;
            case '\n' -> attribute ? "&#10;" : null;
            case '\t' -> attribute ? "&#9;" : null;
            case '\r' -> "&#13;";
            default -> c < ' ' || c >= 0xFFFE || isHalf(text, at) ? String.valueOf(REPLACEMENT) : null;
        };
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
