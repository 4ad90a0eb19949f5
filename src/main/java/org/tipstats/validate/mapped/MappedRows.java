package org.tipstats.validate.mapped;

import java.io.BufferedWriter;
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
 * The rows of a mapped table, as in its CSV file. If there is a CSV file to write, writes each row when it is read, so
 * that the rows are made only once; {@link #close} writes the rest.
 */
final class MappedRows<R> implements RowSource {

    private final CsvTable<R> table;
    private final List<R> rows;
    /** The CSV file; null to write none. */
    private final Writer out;

    private final StringBuilder line = new StringBuilder();
    private int next;

    MappedRows(CsvTable<R> table, List<R> rows, OutputStream out) throws IOException {
        this.table = table;
        this.rows = rows;
        this.out = out == null ? null : new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (out != null) {
            table.writeHeader(CsvStyle.STANDARD, this.out);
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
        String[] cells = write();
        for (String cell : cells) {
            if (cell.length() > CsvReader.MAX_CELL) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
            }
        }
        return RawRow.unguarded(line, next, cells);
    }

    private String[] write() {
        String[] cells = table.cells(rows.get(next++), CsvStyle.STANDARD);
        if (out != null) {
            try {
                line.setLength(0);
                CsvTable.writeCells(cells, CsvStyle.STANDARD, line);
                out.append(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            while (out != null && hasNext()) {
                write();
            }
        }
    }
}
