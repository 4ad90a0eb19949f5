package org.tipstats.mapping.grid;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** The statements of a PC-Axis file: keywords, quoted texts and the figures at the end. */
final class PxText {

    private final Reader in;
    private int next;
    private int line;

    PxText(Reader in) {
        this.in = in;
        this.next = '\n';
    }

    int line() {
        return Math.max(1, line);
    }

    /** Returns the next character and moves on; -1 at the end. */
    private int take() throws IOException {
        int c = next;
        next = in.read();
        line += c == '\n' || (c == '\r' && next != '\n') ? 1 : 0;
        return c;
    }

    /**
     * Reads a keyword up to its equals sign, without blanks outside of quotation marks: {@code VALUES("sex")}. Returns
     * null at the end of the file.
     */
    String keyword(int max) throws IOException {
        StringBuilder keyword = new StringBuilder();
        boolean quoted = false;
        for (int c = take(); c != '=' || quoted; c = take()) {
            if (c < 0) {
                if (keyword.length() > 0) {
                    throw new MalformedFileException(Reason.BROKEN_QUOTE, line());
                }
                return null;
            }
            quoted ^= c == '"';
            if (quoted || c > ' ' && c != '\uFEFF') {
                keyword.append((char) c);
            }
            if (keyword.length() > max) {
                throw new MalformedFileException(Reason.PART_TOO_LONG, line());
            }
        }
        return keyword.toString();
    }

    /**
     * Reads the quoted texts of a statement and moves past its semicolon. Texts without a comma between them are one
     * text that was broken into lines.
     *
     * @param max the largest number of texts; if it is 0, the texts are skipped
     */
    List<String> values(int max) throws IOException {
        List<String> values = new ArrayList<>();
        boolean joined = false;
        for (int c = take(); c != ';'; c = take()) {
            if (c < 0) {
                throw new MalformedFileException(Reason.BROKEN_QUOTE, line());
            }
            if (c == '"') {
                String text = quoted(max > 0);
                if (max > 0) {
                    add(values, text, joined, max);
                    joined = true;
                }
            } else if (c == ',') {
                joined = false;
            }
        }
        return values;
    }

    private void add(List<String> values, String text, boolean joined, int max) {
        if (!joined) {
            values.add(text);
        } else {
            values.set(values.size() - 1, values.get(values.size() - 1) + text);
        }
        if (values.get(values.size() - 1).length() > CsvReader.MAX_CELL) {
            throw new MalformedFileException(Reason.CELL_TOO_LONG, line());
        }
        if (values.size() > max) {
            throw GridBuilder.tooManyCells(line());
        }
    }

    /** Reads a text up to its closing quotation mark. */
    private String quoted(boolean kept) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = take(); c != '"'; c = take()) {
            if (c < 0) {
                throw new MalformedFileException(Reason.BROKEN_QUOTE, line());
            }
            if (kept) {
                append(text, c == '#' ? ' ' : (char) c);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, char c) {
        if (text.length() == CsvReader.MAX_CELL) {
            throw new MalformedFileException(Reason.CELL_TOO_LONG, line());
        }
        text.append(c);
    }

    /** Returns the next figure, or the quoted mark in its place; null after the last one. */
    String figure() throws IOException {
        int c = take();
        while (c >= 0 && c <= ' ' || c == ',') {
            c = take();
        }
        if (c < 0 || c == ';') {
            return null;
        }
        if (c == '"') {
            return quoted(true);
        }
        StringBuilder figure = new StringBuilder();
        append(figure, (char) c);
        while (next > ' ' && next != ';' && next != ',' && next != '"') {
            append(figure, (char) take());
        }
        return figure.toString();
    }
}
