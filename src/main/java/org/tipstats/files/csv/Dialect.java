package org.tipstats.files.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * How a file of delimited text is written.
 *
 * @param charset its encoding
 * @param delimiter between the cells
 * @param headerLine the physical line of the header
 * @param lineEnd how its first line ends: LF, CRLF or CR; LF where it has only one line
 */
public record Dialect(Charset charset, char delimiter, int headerLine, String lineEnd) {

    /** {@link #detect(Path, Charset, Predicate, Predicate)} where only ids name columns. */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids) throws IOException {
        return detect(file, charset, ids, ids);
    }

    /**
     * Finds the dialect by the header: of the first 21 lines with any text the one that holds the most names of columns,
     * two at least, else the first of them. Its delimiter is the one that makes most of its cells names, else the one
     * that it has most of. A line {@code sep=;} before it decides.
     *
     * @param ids whether a text is the id of a column
     * @param names whether a text may mean a column, as its name in some language does
     * @throws java.nio.charset.CharacterCodingException where the file is not text in the encoding
     */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids, Predicate<String> names)
            throws IOException {
        return new HeaderSearch(ids, names).in(file, charset);
    }

    /** How the first line of a file ends: LF, CRLF or CR; LF where it has only one line. */
    public static String lineEnd(Path file, Charset charset) throws IOException {
        try (TextFile text = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(text.reader());
            lines.next();
            return lines.lineEnd();
        }
    }

    /** Whether a delimiter is found without a line that announces it. */
    public static boolean isUsual(char delimiter) {
        return HeaderSearch.DELIMITERS.indexOf(delimiter) >= 0;
    }
}
