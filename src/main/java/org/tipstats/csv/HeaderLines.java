package org.tipstats.csv;

import java.io.IOException;
import java.io.Reader;

/** The first physical lines of a text, each cut where it is longer than any header can be. */
final class HeaderLines {

    private static final int LONGEST = CsvReader.MAX_COLUMNS * 1_000;

    private final Reader in;
    private int number;
    private int ahead = -2;
    private String lineEnd;

    HeaderLines(Reader in) {
        this.in = in;
    }

    /** The next line without its end, or null. */
    String next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST) {
            line.append((char) c);
            c = read();
        }
        end(c);
        return line.toString();
    }

    private void end(int c) throws IOException {
        String found = c == '\r' ? "\r" : "\n";
        if (c == '\r') {
            int following = in.read();
            if (following == '\n') {
                found = "\r\n";
            } else {
                ahead = following;
            }
        }
        if (lineEnd == null) {
            lineEnd = found;
        }
    }

    private int read() throws IOException {
        int c = ahead == -2 ? in.read() : ahead;
        ahead = -2;
        return c;
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    String lineEnd() {
        return lineEnd == null ? "\n" : lineEnd;
    }
}
