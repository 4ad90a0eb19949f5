package org.tipstats.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for the header among the first lines with any text: the line that holds the most names of columns, two at
 * least. Where there is none it is the first line, as in a file whose header is misspelt.
 */
final class HeaderSearch {

    /** The most lines before a header. */
    static final int MOST_BEFORE = 20;

    static final String DELIMITERS = ",;\t|";

    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /** A line that may be the header. */
    private record Candidate(int line, char delimiter, int ids, int names, int cells) {

        boolean isHeader() {
            return ids + names > 1;
        }

        /** Ids count before names, as where one line names the columns for people and the next for programs. */
        boolean isBetterThan(Candidate other) {
            int own = ids > 1 ? ids : 0;
            int others = other.ids > 1 ? other.ids : 0;
            return own != others ? own > others : ids + names > other.ids + other.names;
        }
    }

    private final Predicate<String> ids;
    private final Predicate<String> names;
    private char announced;
    private Candidate first;
    private Candidate best;

    HeaderSearch(Predicate<String> ids, Predicate<String> names) {
        this.ids = ids;
        this.names = names;
    }

    Dialect in(Path file, Charset charset) throws IOException {
        try (TextFile text = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(text.reader());
            int texts = 0;
            String line = lines.next();
            while (line != null && texts <= MOST_BEFORE) {
                char separator = texts == 0 ? separator(line) : 0;
                if (separator != 0) {
                    announced = separator;
                } else if (!isBlank(line)) {
                    texts++;
                    take(candidate(line, lines.number()));
                }
                line = texts <= MOST_BEFORE ? lines.next() : null;
            }
            Candidate header = best != null && best.isHeader() ? best : first;
            char delimiter = header == null ? fallback() : header.delimiter;
            int number = header == null ? Math.max(1, lines.number()) : header.line;
            return new Dialect(charset, delimiter, number, lines.lineEnd());
        }
    }

    private char fallback() {
        return announced == 0 ? ',' : announced;
    }

    private void take(Candidate candidate) {
        first = first == null ? candidate : first;
        best = best == null || candidate.isBetterThan(best) ? candidate : best;
    }

    /** The separator that a line announces, or 0. */
    static char separator(String line) {
        Matcher separator = SEPARATOR_LINE.matcher(line.strip());
        return separator.matches() ? separator.group(1).charAt(0) : 0;
    }

    /** Whether a line has nothing but separators and blanks. */
    static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c <= ' ' || DELIMITERS.indexOf(c) >= 0);
    }

    /** The line split by the announced separator, else by the one that makes most names of its cells, else most cells. */
    private Candidate candidate(String line, int number) {
        if (announced != 0) {
            return split(line, number, announced);
        }
        Candidate found = null;
        for (char delimiter : DELIMITERS.toCharArray()) {
            Candidate next = split(line, number, delimiter);
            boolean sameNames =
                    found != null && next.ids + next.names == found.ids + found.names && next.ids == found.ids;
            if (found == null || next.isBetterThan(found) || (sameNames && next.cells > found.cells)) {
                found = next;
            }
        }
        return found;
    }

    private Candidate split(String line, int number, char delimiter) {
        Set<String> seen = new HashSet<>();
        int known = 0;
        int likely = 0;
        String[] cells = line.split(Pattern.quote(String.valueOf(delimiter)), -1);
        for (String cell : cells) {
            String name = cell.strip();
            boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
            name = quoted ? name.substring(1, name.length() - 1) : name;
            if (seen.size() < CsvReader.MAX_COLUMNS && seen.add(name.toLowerCase(Locale.ROOT))) {
                boolean id = ids.test(name);
                known += id ? 1 : 0;
                likely += !id && names.test(name) ? 1 : 0;
            }
        }
        return new Candidate(number, delimiter, known, likely, cells.length);
    }
}
