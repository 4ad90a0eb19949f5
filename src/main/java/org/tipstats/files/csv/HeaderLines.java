package org.tipstats.files.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads the first physical lines of a text. Cuts lines that are longer than a header can be. */
final class HeaderLines {

    private static final int MAX_LINE = CsvReader.MAX_COLUMNS * 1_000;

    private final BufferedReader in;
    private int number;
    private String lineEnd;

    HeaderLines(BufferedReader in) {
        this.in = in;
    }

    /**
     * Returns the next line without its end, or null at the end of the text. Leaves the reader at the start of the line
     * after it.
     */
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < MAX_LINE) {
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

    /** Returns the number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Returns the end of the first line: LF, CRLF or CR; LF if the text has only one line. */
    String lineEnd() {
        return lineEnd == null ? "\n" : lineEnd;
    }
}
