package org.tipstats.files.csv;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * A table written from column objects, as RFC 4180 has it: a cell is quoted where it holds the delimiter, a quotation
 * mark or a line break. Streams: a row is written when the iterator gives it.
 *
 * @param columns from left to right
 */
public record CsvTable<R>(List<CsvColumn<R>> columns) {

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /** Writes the header and all rows. Neither flushes nor closes. */
    public void write(Iterator<? extends R> rows, CsvStyle style, Appendable out) throws IOException {
        writeHeader(style, out);
        while (rows.hasNext()) {
            writeRow(rows.next(), style, out);
        }
    }

    /** Writes the header alone, for rows that follow one by one. */
    public void writeHeader(CsvStyle style, Appendable out) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn<R> column = columns.get(i);
            writeCell(style.raw() ? column.header() : FormulaText.guard(column.header()), i, style, out);
        }
        out.append(style.lineEnd());
    }

    /** Writes one row. */
    public void writeRow(R row, CsvStyle style, Appendable out) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn<R> column = columns.get(i);
            String cell = column.cell().apply(row);
            String text = cell == null ? "" : cell;
            writeCell(style.raw() || column.number() ? text : FormulaText.guard(text), i, style, out);
        }
        out.append(style.lineEnd());
    }

    private void writeCell(String text, int index, CsvStyle style, Appendable out) throws IOException {
        if (index > 0) {
            out.append(style.delimiter());
        }
        // A table of one column would otherwise write an empty cell as a blank line, which readers skip.
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
