package org.tipstats.validate.mapped;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;

/**
 * The rows of a mapped table as its CSV file has them. Writes each row to the file when it is read, so that nobody needs
 * to read the file again; {@link #close} writes the rest.
 */
final class MappedRows<R> implements RowSource {

    private static final int BUFFERED = 1 << 13;

    private final CsvTable<R> table;
    private final List<R> rows;
    private final Writer out;
    /** The lines that are not written yet. */
    private final StringBuilder lines = new StringBuilder();
    /** The last cell of each column, and its text in the file. Most cells have the text of the row before. */
    private final String[] last;

    private final String[] texts;
    private int next;

    MappedRows(CsvTable<R> table, List<R> rows, OutputStream out) throws IOException {
        this.table = table;
        this.rows = rows;
        this.out = out == null ? null : new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.last = new String[table.columns().size()];
        this.texts = new String[last.length];
        if (out != null) {
            table.writeHeader(CsvStyle.STANDARD, lines);
        }
    }

    @Override
    public Optional<RawRow> header() {
        String[] names = table.columns().stream().map(CsvColumn::header).toArray(String[]::new);
        return Optional.of(new RawRow(MappedTable.FIRST_LINE - 1, 0, names));
    }

    @Override
    public void ignoreColumns(boolean[] columns) {
        // No row is blank.
    }

    @Override
    public List<Assumption> assumptions() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        return next < rows.size();
    }

    /** @throws MalformedFileException if a cell is longer than a cell of a file may be */
    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int line = MappedTable.FIRST_LINE + next;
        String[] cells = table.cells(rows.get(next++), CsvStyle.STANDARD);
        if (out != null) {
            write(cells);
        }
        for (String cell : cells) {
            if (cell.length() > CsvReader.MAX_CELL) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
            }
        }
        return RawRow.unguarded(line, next, cells);
    }

    private void write(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != last[i]) {
                last[i] = cells[i];
                texts[i] = table.written(cells[i], CsvStyle.STANDARD);
            }
            if (i > 0) {
                lines.append(CsvStyle.STANDARD.delimiter());
            }
            lines.append(texts[i]);
        }
        lines.append(CsvStyle.STANDARD.lineEnd());
        if (lines.length() > BUFFERED) {
            flush();
        }
    }

    private void flush() {
        try {
            out.append(lines);
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out == null) {
            return;
        }
        while (hasNext()) {
            write(table.cells(rows.get(next++), CsvStyle.STANDARD));
        }
        if (!lines.isEmpty()) {
            flush();
        }
        out.close();
    }
}
