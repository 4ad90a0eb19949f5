package org.tipstats.files.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table that is written from column objects according to RFC 4180. A cell is quoted if it holds the delimiter, a
 * quotation mark or a line break. Each row is written as soon as the iterator returns the row.
 */
public record CsvTable<R>(List<CsvColumn<R>> columns) {

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /** Writes the header and all rows. Neither flushes nor closes the output. */
    public void write(Iterator<? extends R> rows, CsvStyle style, Appendable out) throws IOException {
        writeHeader(style, out);
        while (rows.hasNext()) {
            writeRow(rows.next(), style, out);
        }
    }

    /** Returns the header and all rows as text in the standard style. */
    public String text(List<? extends R> rows) {
        return text(rows, CsvStyle.STANDARD);
    }

    public String text(List<? extends R> rows, CsvStyle style) {
        StringBuilder text = new StringBuilder(rows.size() * 64);
        try {
            write(rows.iterator(), style, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes only the header, for callers that write the rows one by one. */
    public void writeHeader(CsvStyle style, Appendable out) throws IOException {
        writeTexts(columns.stream().map(CsvColumn::header).toList(), style, out);
    }

    public void writeRow(R row, CsvStyle style, Appendable out) throws IOException {
        writeCells(cells(row, style), style, out);
    }

    /** Returns the cells of a row as they are written, without quotation marks. */
    public String[] cells(R row, CsvStyle style) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            CsvColumn<R> column = columns.get(i);
            String cell = column.cell().apply(row);
            String text = cell == null ? "" : cell;
            cells[i] = style.raw() || column.number() ? text : FormulaGuard.guard(text);
        }
        return cells;
    }

    /** Writes the cells of a row, for example the cells that {@link #cells} returns. */
    public static void writeCells(String[] cells, CsvStyle style, Appendable out) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.append(style.delimiter());
            }
            // A row of one empty cell would be a blank line, which readers skip. So the empty cell gets quotation
            // marks.
            boolean blank = cells.length == 1 && cells[i].isEmpty();
            if (blank || needsQuotes(cells[i], style.delimiter())) {
                out.append('"').append(cells[i].replace("\"", "\"\"")).append('"');
            } else {
                out.append(cells[i]);
            }
        }
        out.append(style.lineEnd());
    }

    /** Writes a row that belongs to no table. Null stands for an empty cell. */
    public static void writeTexts(List<String> texts, CsvStyle style, Appendable out) throws IOException {
        String[] cells = texts.stream()
                .map(text -> text == null ? "" : style.raw() ? text : FormulaGuard.guard(text))
                .toArray(String[]::new);
        writeCells(cells, style, out);
    }

    private static boolean needsQuotes(String text, char delimiter) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /**
     * The format in which a table is written.
     *
     * @param lineEnd the end of each record: LF or CRLF
     * @param raw true if text that a spreadsheet would run as a formula is written without an added apostrophe
     */
    public record CsvStyle(char delimiter, String lineEnd, boolean raw) {

        /**
         * The standard style: cells are separated by commas, records end with LF, and text that a spreadsheet would run
         * as a formula gets an apostrophe before it.
         */
        public static final CsvStyle STANDARD = new CsvStyle(',', "\n", false);

        public CsvStyle {
            if (!lineEnd.equals("\n") && !lineEnd.equals("\r\n")) {
                throw new IllegalArgumentException("a line ends with LF or CRLF");
            }
        }

        public CsvStyle withRaw(boolean keep) {
            return new CsvStyle(delimiter, lineEnd, keep);
        }
    }

    /**
     * A column of a table to write: the header, and the function that returns the cell of this column for a row.
     *
     * @param number true if the cells are numbers that the program calculates; a number never gets the apostrophe that
     *     marks a formula as text
     * @param cell returns the text of the cell, or null for an empty cell
     */
    public record CsvColumn<R>(String header, boolean number, Function<? super R, String> cell) {

        public static <R> CsvColumn<R> text(String header, Function<? super R, String> cell) {
            return new CsvColumn<>(header, false, cell);
        }

        /** Creates a column of numbers. If the function returns null, the cell is empty. */
        public static <R> CsvColumn<R> number(String header, Function<? super R, ? extends Number> cell) {
            return new CsvColumn<>(header, true, row -> plain(cell.apply(row)));
        }

        private static String plain(Number number) {
            if (number == null) {
                return null;
            }
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }
    }

    /**
     * Reads text that {@link CsvTable} wrote in the raw standard style. Returns every text exactly as written. Does not
     * detect the encoding or the delimiter.
     */
    public static final class CsvRecords {

        private CsvRecords() {}

        /** Passes every record to the consumer, the header first, and closes the reader. */
        public static void forEach(Reader text, Consumer<String[]> consumer) throws IOException {
            CSVFormat format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                    .setRecordSeparator('\n')
                    .get();
            try (CSVParser parser =
                    CSVParser.builder().setReader(text).setFormat(format).get()) {
                for (CSVRecord record : parser) {
                    consumer.accept(record.values());
                }
            }
        }
    }
}
