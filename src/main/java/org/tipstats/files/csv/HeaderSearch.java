package org.tipstats.files.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.files.csv.Dialect.TextFile;
import org.tipstats.files.csv.RowReader.Assumptions;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/**
 * Finds the header among the first lines with text. The header is the line with the most ids of columns, at least two.
 * If there is no such line, it is the line with the most ids and names, at least two. If there is none either, {@link
 * TableShape} finds the header, whose names may be misspelt or unknown.
 */
final class HeaderSearch {

    /** Largest number of lines with text before a header. A header further down is not found. */
    static final int MAX_LINES_BEFORE = 20;

    private static final int MAX_NAME = 200;

    static final String DELIMITERS = ",;\t|";

    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\s*\"?sep=(\\S|\t)\"?\\s*", Pattern.CASE_INSENSITIVE);

    private record Candidate(int line, char delimiter, int ids, int names, int cells) {

        boolean isHeader() {
            return ids + names > 1;
        }

        /**
         * Compares the numbers of ids first, if they are at least two, then the numbers of ids and names together. A
         * file may have one line with names for people and a second line with ids for programs: the ids must win.
         */
        boolean isBetterThan(Candidate other) {
            int own = ids > 1 ? ids : 0;
            int others = other.ids > 1 ? other.ids : 0;
            return own != others ? own > others : ids + names > other.ids + other.names;
        }
    }

    /** A physical line and its number, from 1. */
    record Line(int number, String text) {}

    private final Predicate<String> ids;
    private final Predicate<String> names;
    private final List<Line> texts = new ArrayList<>();
    private char announced;

    HeaderSearch(Predicate<String> ids, Predicate<String> names) {
        this.ids = ids;
        this.names = names;
    }

    Dialect search(Path file, Charset charset) throws IOException {
        try (TextFile text = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(text.reader());
            while (texts.size() <= MAX_LINES_BEFORE) {
                String line = lines.next();
                if (line == null) {
                    break;
                }
                char separator = texts.isEmpty() ? separator(line) : 0;
                if (separator != 0) {
                    announced = separator;
                } else if (!isBlank(line)) {
                    texts.add(new Line(lines.number(), line));
                }
            }
            if (texts.isEmpty()) {
                char delimiter = announced == 0 ? ',' : announced;
                return new Dialect(charset, delimiter, Math.max(1, lines.number()), lines.lineEnd());
            }
            Candidate header = header();
            return new Dialect(charset, header.delimiter, header.line, lines.lineEnd());
        }
    }

    /** Returns the header. Looks up names only if no line has two ids, because looking up names takes longer. */
    private Candidate header() {
        Candidate best = best(text -> false);
        if (best.ids > 1) {
            return best;
        }
        best = best(names);
        return best.isHeader() ? best : byShape();
    }

    private Candidate byShape() {
        ShapeSearch search = new ShapeSearch(texts, announced);
        return new Candidate(search.header().number, search.delimiter(), 0, 0, 0);
    }

    private Candidate best(Predicate<String> others) {
        Candidate best = null;
        for (Line line : texts) {
            Candidate next = candidate(line, others);
            best = best == null || next.isBetterThan(best) ? next : best;
        }
        return best;
    }

    /** Returns the separator that a line such as {@code sep=;} states, or 0 if the line states none. */
    static char separator(String line) {
        Matcher separator = SEPARATOR_LINE.matcher(line);
        return separator.matches() ? separator.group(1).charAt(0) : 0;
    }

    /** Returns whether a line holds only separators and blanks. */
    static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c <= ' ' || DELIMITERS.indexOf(c) >= 0);
    }

    /**
     * Splits the line by the separator that an earlier line states. Without a stated separator, takes the separator
     * that gives the most ids and names. If several separators give equal numbers, takes the separator that gives the
     * most cells.
     */
    private Candidate candidate(Line line, Predicate<String> others) {
        if (announced != 0) {
            return split(line, announced, others);
        }
        Candidate found = null;
        for (char delimiter : DELIMITERS.toCharArray()) {
            Candidate next = split(line, delimiter, others);
            boolean sameNames =
                    found != null && next.ids + next.names == found.ids + found.names && next.ids == found.ids;
            if (found == null || next.isBetterThan(found) || (sameNames && next.cells > found.cells)) {
                found = next;
            }
        }
        return found;
    }

    /** Removes blanks and quotation marks around the text of a cell. */
    static String unquoted(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private Candidate split(Line line, char delimiter, Predicate<String> others) {
        Set<String> seen = new HashSet<>();
        List<String> found = new ArrayList<>();
        String[] cells = line.text.split(Pattern.quote(String.valueOf(delimiter)), -1);
        for (String cell : cells) {
            String name = unquoted(cell);
            if (name.length() <= MAX_NAME
                    && seen.size() < CsvReader.MAX_COLUMNS
                    && seen.add(name.toLowerCase(Locale.ROOT))) {
                found.add(name);
            }
        }
        int known = (int) found.stream().filter(ids).count();
        // A row with figures, such as a total and its numbers, is not a header, even if it contains a column name.
        boolean row = known < 2 && Stream.of(cells).map(HeaderSearch::unquoted).anyMatch(TableShape::isFigure);
        int likely =
                row ? 0 : (int) found.stream().filter(ids.negate().and(others)).count();
        return new Candidate(line.number, delimiter, row ? 0 : known, likely, cells.length);
    }

    /** Reads the first physical lines of a text. Cuts each line at the largest length that a header can have. */
    static final class HeaderLines {

        private static final int MAX_LINE = CsvReader.MAX_COLUMNS * 1_000;

        private final BufferedReader in;
        private int number;
        private String lineEnd;

        HeaderLines(BufferedReader in) {
            this.in = in;
        }

        /**
         * Returns the next line without its line end, or null at the end of the text. Afterwards the reader is at the
         * start of the following line.
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

        /** Returns the characters that end the first line: LF, CRLF or CR; LF if the text has only one line. */
        String lineEnd() {
            return lineEnd == null ? "\n" : lineEnd;
        }
    }

    /**
     * Collects the lines before a header. These lines are not rows of the table, and quotation marks have no meaning in
     * them. The cells of these lines are kept because a check looks for figures in them.
     */
    static final class LinesBeforeHeader {

        private final char delimiter;
        private final Assumptions assumptions;
        private final List<RawRow> rows = new ArrayList<>();

        LinesBeforeHeader(char delimiter, Assumptions assumptions) {
            this.delimiter = delimiter;
            this.assumptions = assumptions;
        }

        /** Adds the next line. The first line with text may state the separator, for example {@code sep=;}. */
        void take(int number, String line) {
            if (rows.isEmpty() && separator(line) != 0) {
                assumptions.note(Kind.SEPARATOR_LINE, number, String.valueOf(delimiter));
            } else if (!isBlank(line)) {
                assumptions.note(Kind.LINES_BEFORE_HEADER, number, null);
                if (rows.size() < MAX_LINES_BEFORE) {
                    rows.add(new RawRow(number, 0, cells(line)));
                }
            }
        }

        private String[] cells(String line) {
            String[] cells = line.split(Pattern.quote(String.valueOf(delimiter)), CsvReader.MAX_COLUMNS + 1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = unquoted(cells[i]);
            }
            return cells;
        }

        List<RawRow> rows() {
            return List.copyOf(rows);
        }
    }
}
