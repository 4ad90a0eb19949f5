package org.tipstats.files.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tipstats.files.csv.Dialect.TextFile;
import org.tipstats.files.csv.HeaderSearch.HeaderLines;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Reads all rows of delimited text that may have no header. If the first line states the delimiter, for example {@code
 * sep=;}, this delimiter applies. Otherwise the delimiter is the character that splits the most rows into the same
 * number of cells. If no character splits the rows, each row is one cell. A table of Eurostat is split at tabs.
 */
public final class DelimitedRows implements Closeable {

    /**
     * The delimiter if no usual delimiter splits the text. No text contains this character, so each row is one cell.
     */
    private static final char NO_DELIMITER = '\u001F';

    /** The possible delimiters, the preferred ones first. The comma is last, because it may be a decimal comma. */
    private static final String DELIMITERS = "\t;|,";

    /**
     * The start of a table of Eurostat. Its first column contains keys with commas, such as
     * {@code freq,geo\TIME_PERIOD}.
     */
    private static final Pattern JOINED_KEYS = Pattern.compile("\\w{1,60}(,\\w{1,60}){1,30}\\\\\\w{1,60}\\h?\t");

    private static final int SAMPLE = 1 << 17;
    private static final int MAX_SAMPLE_ROWS = 1_000;
    private static final int MAX_RECORD = 1 << 21;

    private final RecordParser parser;

    private DelimitedRows(RecordParser parser) {
        this.parser = parser;
    }

    /**
     * Opens a file and finds its delimiter.
     *
     * @throws MalformedFileException if the start of the file is not text in the encoding
     */
    public static DelimitedRows open(Path file, Charset charset) throws IOException {
        String start = start(file, charset);
        TextFile text = TextFile.open(file, charset);
        try {
            char stated = HeaderSearch.separator(start.lines().findFirst().orElse(""));
            if (stated != 0) {
                new HeaderLines(text.reader()).next();
                return new DelimitedRows(new RecordParser(text.reader(), stated, 1, MAX_RECORD));
            }
            return new DelimitedRows(new RecordParser(text.reader(), delimiter(start), 0, MAX_RECORD));
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static String start(Path file, Charset charset) throws IOException {
        try (TextFile text = TextFile.open(file, charset)) {
            Reader reader = text.reader();
            char[] characters = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
                read = reader.read(characters, length, SAMPLE - length);
            }
            return new String(characters, 0, length);
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(Reason.WRONG_ENCODING, 1);
        }
    }

    private static char delimiter(String start) throws IOException {
        if (JOINED_KEYS.matcher(start).lookingAt()) {
            return '\t';
        }
        char best = NO_DELIMITER;
        Split most = new Split(0, 0);
        for (char delimiter : DELIMITERS.toCharArray()) {
            if (start.indexOf(delimiter) < 0) {
                continue;
            }
            Split split = Split.of(start, delimiter);
            if (split.isBetterThan(most)) {
                most = split;
                best = delimiter;
            }
        }
        return best;
    }

    /**
     * Returns the next row with text, or null after the last row.
     *
     * @throws MalformedFileException if the file is not delimited text
     */
    public RawRow next() {
        for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
            RawRow row = RawRow.unguarded(parser.line(), 0, cells);
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /**
     * How a delimiter splits the first rows of a text.
     *
     * @param rows the number of rows that have {@code cells} cells
     * @param cells the most frequent number of cells of a row
     */
    private record Split(int rows, int cells) {

        static Split of(String start, char delimiter) throws IOException {
            Map<Integer, Integer> rowsByCells = new HashMap<>();
            int rows = 0;
            try (RecordParser parser = new RecordParser(new StringReader(start), delimiter, 0, MAX_RECORD)) {
                for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
                    if (++rows > MAX_SAMPLE_ROWS) {
                        break;
                    }
                    rowsByCells.merge(cells.length, 1, Integer::sum);
                }
            } catch (MalformedFileException e) {
                // The sample may end inside a quoted cell. A wrong delimiter may also cause a fault at a quotation
                // mark. Only few rows then come before the fault, so this delimiter is not chosen.
            }
            rowsByCells.remove(1);
            Split best = new Split(0, 0);
            for (Map.Entry<Integer, Integer> each : rowsByCells.entrySet()) {
                Split split = new Split(each.getValue(), each.getKey());
                best = split.isBetterThan(best) ? split : best;
            }
            // A delimiter that splits only one of more than two lines is not chosen: the line may be a sentence with a
            // comma.
            return best.rows > 1 || rows <= 2 ? best : new Split(0, 0);
        }

        boolean isBetterThan(Split other) {
            return rows != other.rows ? rows > other.rows : cells > other.cells;
        }
    }
}
