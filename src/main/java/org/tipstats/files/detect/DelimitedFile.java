package org.tipstats.files.detect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;

/**
 * A file of delimited text, read completely. Every row has as many cells as there are columns.
 *
 * @param name the name of the file
 * @param columns the texts of the header
 * @param rows the rows in order
 */
public record DelimitedFile(String name, List<String> columns, List<String[]> rows) {

    /** Stands for the index of a column that the file does not have. */
    public static final int NONE = -1;

    /**
     * Reads a file.
     *
     * @param ids tests whether a text is the name of a known column; this helps to detect the delimiter
     * @throws UnreadableTableException if the file is empty, is not delimited text, or has rows of different lengths
     */
    public static DelimitedFile read(Path file, Predicate<String> ids) throws IOException {
        String name = file.getFileName().toString();
        FileProbe probe = FileProbe.of(file);
        if (probe.kind() != FileKind.TEXT || probe.fault() != null) {
            throw new UnreadableTableException(name + " is not delimited text.");
        }
        try (CsvReader reader = CsvReader.open(file, Dialect.detect(file, probe.charset(), ids))) {
            RawRow header = reader.header().orElseThrow(() -> new UnreadableTableException(name + " is empty."));
            List<String> columns =
                    Arrays.stream(header.cells()).map(String::strip).toList();
            List<String[]> rows = new ArrayList<>();
            while (reader.hasNext()) {
                rows.add(cells(name, reader.next(), columns.size()));
            }
            return new DelimitedFile(name, columns, rows);
        } catch (MalformedFileException e) {
            throw new UnreadableTableException(name + " stops being a table in line " + e.line() + ".");
        }
    }

    private static String[] cells(String name, RawRow row, int columns) {
        if (row.cells().length != columns) {
            throw new UnreadableTableException(
                    name + " has " + row.cells().length + " cells in line " + row.line() + ", not " + columns + ".");
        }
        return Arrays.stream(row.cells()).map(String::strip).toArray(String[]::new);
    }

    /**
     * Tries the given names one after the other and returns the index of the first column found. Returns {@link #NONE}
     * if the file has none of these columns. Case does not matter.
     */
    public int column(String... names) {
        return Arrays.stream(names)
                .mapToInt(wanted -> IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElse(NONE))
                .filter(i -> i != NONE)
                .findFirst()
                .orElse(NONE);
    }

    /** Returns a cell of a row; empty if the file does not have the column. */
    public String cell(String[] row, int column) {
        return column == NONE ? "" : row[column];
    }
}
