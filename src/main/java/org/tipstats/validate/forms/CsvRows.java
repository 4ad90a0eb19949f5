package org.tipstats.validate.forms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.csv.Dialect;

/** Writes rows of any width as UTF-8 with a byte-order mark, by which spreadsheets recognise the encoding. */
final class CsvRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvStyle style;
    private final Writer out;

    /** @param dialect the style of the rows; null for the standard style */
    CsvRows(Dialect dialect, OutputStream out) throws IOException {
        this.style = dialect == null ? CsvStyle.STANDARD : style(dialect);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.append(BYTE_ORDER_MARK);
    }

    private static CsvStyle style(Dialect dialect) {
        String lineEnd = dialect.lineEnd().equals("\r\n") ? "\r\n" : "\n";
        // An unusual separator is recognised only by a separator line before the header, which the output lacks.
        char delimiter = Dialect.isUsual(dialect.delimiter()) ? dialect.delimiter() : ',';
        return new CsvStyle(delimiter, lineEnd, false);
    }

    /** @param cells the texts of the cells; null for an empty cell */
    void write(List<String> cells) throws IOException {
        CsvTable.writeTexts(cells, style, out);
    }

    void flush() throws IOException {
        out.flush();
    }
}
