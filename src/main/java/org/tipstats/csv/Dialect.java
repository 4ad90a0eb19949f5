package org.tipstats.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file of delimited text is written.
 *
 * @param charset its encoding
 * @param delimiter between the cells
 * @param headerLine the physical line of the header
 * @param lineEnd how its first line ends: LF, CRLF or CR; LF where it has only one line
 */
public record Dialect(Charset charset, char delimiter, int headerLine, String lineEnd) {

    private static final String DELIMITERS = ",;\t|";
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /**
     * Finds the dialect by the first line with any text: the delimiter that makes most of its cells known column names,
     * else the one that it has most of. A line {@code sep=;} before it decides.
     *
     * @param known whether a text is the name of a column
     * @throws java.nio.charset.CharacterCodingException where the file is not text in the encoding
     */
    public static Dialect detect(Path file, Charset charset, Predicate<String> known) throws IOException {
        try (Reader in = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(in);
            String line = lines.next();
            char delimiter = 0;
            while (line != null && (isBlank(line) || delimiter == 0)) {
                Matcher separator = SEPARATOR_LINE.matcher(line.strip());
                if (separator.matches()) {
                    delimiter = separator.group(1).charAt(0);
                } else if (!isBlank(line)) {
                    break;
                }
                line = lines.next();
            }
            char found = delimiter != 0 || line == null ? delimiter : best(line, known);
            return new Dialect(charset, found == 0 ? ',' : found, Math.max(1, lines.number()), lines.lineEnd());
        }
    }

    /** How the first line of a file ends: LF, CRLF or CR; LF where it has only one line. */
    public static String lineEnd(Path file, Charset charset) throws IOException {
        try (Reader in = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(in);
            lines.next();
            return lines.lineEnd();
        }
    }

    /** Whether a delimiter is found without a line that announces it. */
    public static boolean isUsual(char delimiter) {
        return DELIMITERS.indexOf(delimiter) >= 0;
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c <= ' ' || DELIMITERS.indexOf(c) >= 0);
    }

    private static char best(String header, Predicate<String> known) {
        char best = ',';
        long bestScore = -1;
        for (char delimiter : DELIMITERS.toCharArray()) {
            long named = 0;
            String[] cells = header.split(Pattern.quote(String.valueOf(delimiter)), -1);
            for (String cell : cells) {
                String name = cell.strip();
                boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
                named += known.test(quoted ? name.substring(1, name.length() - 1) : name) ? 1 : 0;
            }
            long score = named * Integer.MAX_VALUE + cells.length;
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }
}
