package org.tipstats.start.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tipstats.files.detect.DelimitedFile;
import org.tipstats.files.detect.UnreadableTableException;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.tables.CrossedTables;

/** The rows of a file. Each row has a combination of codes, one for each column, and the count for this combination. */
record CountedRows(List<String> columns, String count, List<CrossedTables.Row> rows) {

    private static final String PRIMARY = "primary";
    private static final List<String> TRUE = List.of("TRUE", "true", "1");

    /**
     * Reads a file of delimited text.
     *
     * @param named the column of the counts, or null for the last column
     * @throws UnreadableTableException if the file is not a table
     * @throws NoAccessException if the table has no codes with a column of counts
     */
    static CountedRows read(Path path, String named) throws IOException {
        DelimitedFile file = DelimitedFile.read(path, id -> false);
        List<String> header = file.columns();
        int primary = file.column(PRIMARY);
        int last = header.size() - 1;
        int count = named != null ? header.indexOf(named) : last == primary ? last - 1 : last;
        List<Integer> codes = IntStream.range(0, header.size())
                .filter(i -> i != count && i != primary)
                .boxed()
                .toList();
        if (count < 0 || codes.isEmpty() || Set.copyOf(header).size() < header.size()) {
            throw new NoAccessException(
                    "The file must have columns of codes and one column of counts, each with its own name.");
        }
        if (file.rows().isEmpty()) {
            throw new NoAccessException("There are no rows.");
        }
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (String[] row : file.rows()) {
            // At most nine digits, so that the sum over all rows of a file stays far below the range of a long.
            if (!row[count].matches("[0-9]{1,9}")) {
                throw new NoAccessException("The count of row " + (rows.size() + 1) + " is \"" + row[count]
                        + "\", not a whole number of at most nine digits.");
            }
            List<String> key = codes.stream().map(code -> row[code]).toList();
            boolean sensitive = TRUE.contains(file.cell(row, primary));
            rows.add(new CrossedTables.Row(key, Long.parseLong(row[count]), sensitive));
        }
        return new CountedRows(codes.stream().map(header::get).toList(), header.get(count), rows);
    }
}
