package org.tipstats.validate.forms;

import java.io.IOException;
import java.io.Writer;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.validate.findings.Writing;

/** Writes HTML. It escapes every text and every attribute value. */
final class HtmlWriter {

    private final Writer out;

    HtmlWriter(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; an attribute whose value is null is left out
     */
    HtmlWriter open(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(VisibleText.of(attributes[i + 1]));
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    HtmlWriter close(String element) throws IOException {
        out.append("</").append(element).append('>');
        return this;
    }

    /** Writes a whole element with a text. */
    HtmlWriter element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    HtmlWriter text(String text) throws IOException {
        escape(VisibleText.of(text));
        return this;
    }

    /** Writes a text from the file, isolated so that it keeps its own direction. */
    HtmlWriter value(String text) throws IOException {
        return element("bdi", text);
    }

    /** Writes a sentence in which {@link LanguageSpelling#ISOLATE} and {@link LanguageSpelling#END} enclose the parts from the file. */
    HtmlWriter sentence(String sentence) throws IOException {
        int open = 0;
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char sign = sentence.charAt(i);
            if (sign == Writing.ISOLATE || sign == Writing.END) {
                text(sentence.substring(from, i));
                from = i + 1;
                open += mark(sign, open);
            }
        }
        text(sentence.substring(from));
        for (; open > 0; open--) {
            close("bdi");
        }
        return this;
    }

    private int mark(char sign, int open) throws IOException {
        if (sign == Writing.ISOLATE) {
            open("bdi");
            return 1;
        }
        if (open > 0) {
            close("bdi");
            return -1;
        }
        return 0;
    }

    HtmlWriter line() throws IOException {
        out.append('\n');
        return this;
    }

    /** Writes trusted markup without escaping it. */
    HtmlWriter markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    private void escape(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
