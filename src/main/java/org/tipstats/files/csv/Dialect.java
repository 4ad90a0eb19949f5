package org.tipstats.files.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.tipstats.files.csv.HeaderSearch.HeaderLines;
import org.tipstats.files.detect.TextFile;

/**
 * The format of a file of delimited text.
 *
 * @param charset its encoding
 * @param delimiter the character between two cells
 * @param headerLine the physical line of the header, from 1
 * @param lineEnd the end of its first line: LF, CRLF or CR; LF if the file has only one line
 */
public record Dialect(Charset charset, char delimiter, int headerLine, String lineEnd) {

    /** Detects the dialect as {@link #detect(Path, Charset, Predicate, Predicate)} does, if only ids name columns. */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids) throws IOException {
        return detect(file, charset, ids, ids);
    }

    /**
     * Detects the dialect from the header. The header is the line with the most column names, at least two, among the
     * first 21 lines with text. Without such a line it is the first line with text. The delimiter is the one that turns
     * most cells into names, or else the most frequent one. A line {@code sep=;} before the header decides the
     * delimiter.
     *
     * @param ids tests whether a text is the id of a column
     * @param names tests whether a text may mean a column, for example because it is its name in some language
     * @throws java.nio.charset.CharacterCodingException if the file is not text in the encoding
     */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids, Predicate<String> names)
            throws IOException {
        return new HeaderSearch(ids, names).search(file, charset);
    }

    /** Returns the end of the first line of a file: LF, CRLF or CR; LF if the file has only one line. */
    public static String lineEnd(Path file, Charset charset) throws IOException {
        try (TextFile text = TextFile.open(file, charset)) {
            HeaderLines lines = new HeaderLines(text.reader());
            lines.next();
            return lines.lineEnd();
        }
    }

    /** Returns whether the delimiter is detected even if no line {@code sep=} announces it. */
    public static boolean isUsual(char delimiter) {
        return HeaderSearch.DELIMITERS.indexOf(delimiter) >= 0;
    }
}
