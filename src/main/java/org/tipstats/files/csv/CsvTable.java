package org.tipstats.files.csv;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * A table that is written from column objects according to RFC 4180. A cell is quoted if it holds the delimiter, a
 * quotation mark or a line break. Writes each row as soon as the iterator gives it.
 *
 * @param columns the columns from left to right
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

    /** Writes only the header, for callers that write the rows one by one. */
    public void writeHeader(CsvStyle style, Appendable out) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn<R> column = columns.get(i);
            writeCell(style.raw() ? column.header() : FormulaGuard.guard(column.header()), i, style, out);
        }
        out.append(style.lineEnd());
    }

    public void writeRow(R row, CsvStyle style, Appendable out) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn<R> column = columns.get(i);
            String cell = column.cell().apply(row);
            String text = cell == null ? "" : cell;
            writeCell(style.raw() || column.number() ? text : FormulaGuard.guard(text), i, style, out);
        }
        out.append(style.lineEnd());
    }

    private void writeCell(String text, int index, CsvStyle style, Appendable out) throws IOException {
        if (index > 0) {
            out.append(style.delimiter());
        }
        // In a table of one column an empty cell would be a blank line, which readers skip. Quotes prevent that.
        if (needsQuotes(text, style.delimiter()) || (text.isEmpty() && columns.size() == 1)) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
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
}
