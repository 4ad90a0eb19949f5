package org.tipstats.protect.intruder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;

/**
 * A file of delimited text, read completely. Every row has as many cells as there are columns.
 *
 * @param name the name of the file
 * @param columns the texts of the header
 * @param rows the rows in order
 */
record FileRows(String name, List<String> columns, List<String[]> rows) {

    static final int NONE = -1;

    /**
     * Reads a file.
     *
     * @param ids tests whether a text is the name of a known column; this helps to detect the delimiter
     * @throws UnreadableTableException if the file is empty, is not delimited text, or has rows of different lengths
     */
    static FileRows read(Path file, Predicate<String> ids) throws IOException {
        String name = file.getFileName().toString();
        FileProbe probe = FileProbe.of(file);
        if (probe.kind() != FileKind.TEXT || probe.fault() != null) {
            throw new UnreadableTableException(name + " is not delimited text.");
        }
        try (CsvReader reader = CsvReader.open(file, Dialect.detect(file, probe.charset(), ids))) {
            List<String> columns = new ArrayList<>();
            for (String cell : reader.header()
                    .orElseThrow(() -> new UnreadableTableException(name + " is empty."))
                    .cells()) {
                columns.add(cell.strip());
            }
            List<String[]> rows = new ArrayList<>();
            while (reader.hasNext()) {
                rows.add(cells(name, reader.next(), columns.size()));
            }
            return new FileRows(name, List.copyOf(columns), rows);
        } catch (MalformedFileException e) {
            throw new UnreadableTableException(name + " stops being a table in line " + e.line() + ".");
        }
    }

    private static String[] cells(String name, RawRow row, int columns) {
        if (row.cells().length != columns) {
            throw new UnreadableTableException(
                    name + " has " + row.cells().length + " cells in line " + row.line() + ", not " + columns + ".");
        }
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = row.cells()[i].strip();
        }
        return cells;
    }

    /**
     * Tries the given names one after the other and returns the index of the first column found. Returns {@link #NONE}
     * if the file has none of these columns. Case does not matter.
     */
    int column(String... names) {
        for (String wanted : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
        }
        return NONE;
    }

    String cell(String[] row, int column) {
        return column == NONE ? "" : row[column];
    }
}
