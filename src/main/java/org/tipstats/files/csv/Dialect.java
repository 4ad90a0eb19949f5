package org.tipstats.files.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * The format of a file of delimited text.
 *
 * @param headerLine the number of the physical line with the header, from 1
 * @param lineEnd the characters that end the first line of the file: LF, CRLF or CR; LF if the file has only one line
 */
public record Dialect(Charset charset, char delimiter, int headerLine, String lineEnd) {

    /**
     * Detects the dialect as {@link #detect(Path, Charset, Predicate, Predicate)} does, but recognises columns only by
     * their ids.
     */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids) throws IOException {
        return detect(file, charset, ids, ids);
    }

    /**
     * Detects the dialect from the header. The header is the line with the most ids of columns, at least two, among the
     * first 21 lines with text. Without such a line, it is the line with the most ids and names, at least two; else
     * {@link TableShape} finds the header. The delimiter is the character that splits the header into the most column
     * names. If several characters give this number of names, the delimiter is the character that gives the most cells.
     * A line {@code sep=;} before the header decides the delimiter.
     *
     * @param names tests whether a text may be the name of a column, for example in another language
     * @throws java.nio.charset.CharacterCodingException if the file is not text in the encoding
     */
    public static Dialect detect(Path file, Charset charset, Predicate<String> ids, Predicate<String> names)
            throws IOException {
        return new HeaderSearch(ids, names).search(file, charset);
    }

    /** Returns true if the program can detect this delimiter without a line such as {@code sep=;}. */
    public static boolean isUsual(char delimiter) {
        return HeaderSearch.DELIMITERS.indexOf(delimiter) >= 0;
    }

    /**
     * The text of a file. Bytes that cannot be decoded cause an exception and never become replacement characters.
     *
     * @param reader gives the text after its byte-order marks
     * @param marks the number of byte-order marks at the start
     */
    record TextFile(BufferedReader reader, int marks) implements Closeable {

        private static final char BYTE_ORDER_MARK = '\uFEFF';

        /** Opens a file. Reading throws a CharacterCodingException if the bytes are not text in the charset. */
        static TextFile open(Path file, Charset charset) throws IOException {
            InputStream bytes = Files.newInputStream(file);
            try {
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
                int marks = -1;
                do {
                    marks++;
                    reader.mark(1);
                } while (reader.read() == BYTE_ORDER_MARK);
                reader.reset();
                return new TextFile(reader, marks);
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
