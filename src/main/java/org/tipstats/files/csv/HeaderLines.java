package org.tipstats.files.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** The first physical lines of a text, each cut where it is longer than any header can be. */
final class HeaderLines {

    private static final int LONGEST = CsvReader.MAX_COLUMNS * 1_000;

    private final BufferedReader in;
    private int number;
    private String lineEnd;

    HeaderLines(BufferedReader in) {
        this.in = in;
    }

    /** The next line without its end, or null. The reader is left at the start of the line after it. */
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = in.read();
        }
        end(c);
        return line.toString();
    }

    private void end(int c) throws IOException {
        String found = c == '\r' ? "\r" : "\n";
        if (c == '\r') {
            in.mark(1);
            if (in.read() == '\n') {
                found = "\r\n";
            } else {
                in.reset();
            }
        }
        if (lineEnd == null) {
            lineEnd = found;
        }
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** How the first line ends. */
    String lineEnd() {
        return lineEnd == null ? "\n" : lineEnd;
    }
}
