package org.tipstats.start.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.protect.suppress.CrossedTables;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;

/** The rows of a file. Each row has a combination of codes, one for each column, and the count for this combination. */
record CountedRows(List<String> columns, String count, List<CrossedTables.Row> rows) {

    private static final String PRIMARY = "primary";
    private static final int NONE = -1;

    /**
     * Reads a file of delimited text.
     *
     * @param named the column of the counts, or null for the last column
     * @throws NoAccessException if the file is not a table of codes with a column of counts
     */
    static CountedRows read(Path file, String named) throws IOException {
        FileProbe probe = FileProbe.of(file);
        if (probe.kind() != FileKind.TEXT || probe.fault() != null) {
            throw new NoAccessException(file.getFileName() + " is not delimited text.");
        }
        try (CsvReader reader = CsvReader.open(file, Dialect.detect(file, probe.charset(), id -> false))) {
            RawRow header = reader.header().orElseThrow(() -> new NoAccessException(file.getFileName() + " is empty."));
            return read(reader, Arrays.stream(header.cells()).map(String::strip).toList(), named);
        } catch (MalformedFileException e) {
            throw new NoAccessException(file.getFileName() + " is not a table from line " + e.line() + ".");
        }
    }

    private static CountedRows read(CsvReader reader, List<String> header, String named) {
        int primary = header.indexOf(PRIMARY);
        int last = header.size() - 1;
        int count = named != null ? header.indexOf(named) : last == primary ? last - 1 : last;
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != count && i != primary) {
                codes.add(i);
            }
        }
        if (count < 0 || codes.isEmpty() || Set.copyOf(header).size() < header.size()) {
            throw new NoAccessException(
                    "The file must have columns of codes and one column of counts, each with its own name.");
        }
        List<CrossedTables.Row> rows = new ArrayList<>();
        while (reader.hasNext()) {
            rows.add(row(reader.next(), header.size(), codes, count, primary));
        }
        if (rows.isEmpty()) {
            throw new NoAccessException("There are no rows.");
        }
        return new CountedRows(codes.stream().map(header::get).toList(), header.get(count), rows);
    }

    private static CrossedTables.Row row(RawRow row, int width, List<Integer> codes, int count, int primary) {
        String[] cells = row.cells();
        // At most nine digits, so that the sum over all rows of a file stays far below the range of a long.
        if (cells.length != width || !cells[count].strip().matches("[0-9]{1,9}")) {
            throw new NoAccessException(
                    "Line " + row.line() + " has no count, or more or fewer cells than the header.");
        }
        boolean sensitive = primary != NONE && List.of("TRUE", "true", "1").contains(cells[primary].strip());
        List<String> key = codes.stream().map(code -> cells[code].strip()).toList();
        return new CrossedTables.Row(key, Long.parseLong(cells[count].strip()), sensitive);
    }
}
