package org.tipstats.start.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.detect.DelimitedFile;
import org.tipstats.files.detect.UnreadableTableException;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.Effort;
import org.tipstats.protect.suppress.Pattern;
import org.tipstats.protect.suppress.Suppressor;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command that makes cross tables from counted rows and hides cells, so that nobody can compute a small count from
 * the visible cells.
 */
@Command(
        name = ProtectCommand.NAME,
        description = {
            "Makes tables with all totals of counted rows, and hides small counts and figures that would reveal them.",
            "A column that another column determines is a grouping of its codes. A combination without a row counts"
                    + " nobody. Where a column \"primary\" is TRUE or 1, the count is hidden, however large it is.",
            "The result has a row for every cell, with its true count: it is confidential."
        },
        exitCodeList = {
            "0:no hidden count can be recovered",
            "1:some hidden counts are not proven safe",
            "3:a file cannot be read or written"
        })
final class ProtectCommand extends CommandLineInterface.OfflineCommand {

    static final String NAME = "protect";

    private final Clock clock;
    private final OutputStream out;

    @Parameters(paramLabel = "FILE", description = "The rows: columns of codes and one of counts.")
    private Path file;

    @Option(
            names = "--max",
            paramLabel = "COUNT",
            defaultValue = "4",
            description = "The largest count that is hidden; default ${DEFAULT-VALUE}.")
    private long largest;

    @Option(
            names = "--zeros",
            paramLabel = "public|hidden|protected",
            defaultValue = "public",
            description = "Zeros are always shown (public), may be hidden, or are as sensitive as small counts.")
    private String zeros;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "A*B",
            description = "The tables to publish, as columns to cross; default: all crossings.")
    private List<String> tables = List.of();

    @Option(
            names = "--count",
            paramLabel = "COLUMN",
            description = "The column of the counts; default: the last column.")
    private String count;

    @Option(names = "--output", paramLabel = "FILE", description = "The file for the cells; default: standard output.")
    private Path output;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            defaultValue = "2",
            description = "The number of threads; the result is the same.")
    private int threads;

    ProtectCommand(Clock clock, OutputStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (largest < 0 || threads < 1) {
            throw misuse("The largest count must not be negative, and there must be at least one thread.");
        }
        if (output != null) {
            keep(output, file);
        }
        Instant start = clock.instant();
        CountedRows rows = CountedRows.read(requireFile(file), count);
        CrossedTables crossed = cross(rows);
        Pattern pattern = new Suppressor(crossed.system(), Effort.THOROUGH, SearchMemory.NONE)
                .suppress(crossed.system().ranks(), threads, (done, all) -> {});
        ProtectedCells cells = new ProtectedCells(crossed, pattern, rows.count());
        write(cells);
        PrintWriter summary = spec.commandLine().getErr();
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        summary.println(cells.summary() + String.format(Locale.ROOT, ", %.1f seconds", seconds));
        return pattern.unprotected().isEmpty() ? CommandLineInterface.VALID : CommandLineInterface.INVALID;
    }

    private CrossedTables cross(CountedRows rows) {
        CrossedTables.Rule rule = new CrossedTables.Rule(policy(), largest);
        try {
            if (tables.isEmpty()) {
                return CrossedTables.full(rows.columns(), rows.rows(), rule);
            }
            List<List<String>> crossings = tables.stream()
                    .map(table ->
                            Arrays.stream(table.split("\\*")).map(String::strip).toList())
                    .toList();
            return CrossedTables.linked(rows.columns(), rows.rows(), rule, crossings);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    private ZeroPolicy policy() {
        return Arrays.stream(ZeroPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(zeros))
                .findFirst()
                .orElseThrow(() -> misuse("Zeros must be public, hidden or protected."));
    }

    private void write(ProtectedCells cells) throws IOException {
        if (output == null) {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            cells.write(writer);
            writer.flush();
            return;
        }
        try (BufferedWriter writer = Files.newBufferedWriter(output)) {
            cells.write(writer);
        } catch (IOException e) {
            throw new NoAccessException("The file " + output + " cannot be written.");
        }
    }

    /**
     * The result of the command: the cross tables and the pattern of hidden cells. The result is confidential, because
     * it contains the true counts.
     */
    record ProtectedCells(CrossedTables tables, Pattern pattern, String count) {

        /**
         * Writes one row for each cell: the codes, the count, whether the cell itself is sensitive, and whether the
         * cell is hidden.
         */
        void write(Appendable out) throws IOException {
            List<CsvColumn<Integer>> columns = new ArrayList<>();
            for (int i = 0; i < tables.dimensions().size(); i++) {
                int dimension = i;
                columns.add(CsvColumn.text(
                        tables.dimensions().get(i), cell -> cell(cell).codes().get(dimension)));
            }
            columns.add(CsvColumn.number(count, cell -> cell(cell).count()));
            columns.add(CsvColumn.text("primary", cell -> flag(cell(cell).sensitive())));
            columns.add(CsvColumn.text("suppressed", cell -> flag(pattern.isHidden(cell))));
            // Raw style: a program that reads the file must get the codes unchanged.
            new CsvTable<>(columns)
                    .write(IntStream.range(0, tables.cells().size()).iterator(), CsvStyle.STANDARD.withRaw(true), out);
        }

        private CrossedTables.Cell cell(int cell) {
            return tables.cells().get(cell);
        }

        private static String flag(boolean set) {
            return set ? "TRUE" : "FALSE";
        }

        /** Returns a summary in one line. */
        String summary() {
            int sensitive = 0;
            int secondary = 0;
            long value = 0;
            for (int i = 0; i < tables.cells().size(); i++) {
                if (cell(i).sensitive()) {
                    sensitive++;
                } else if (pattern.isHidden(i)) {
                    secondary++;
                    value += cell(i).count();
                }
            }
            return String.format(
                    Locale.ROOT,
                    "%d cells, %d sensitive, %d more hidden that count %d, %d unprotected, %d programs",
                    tables.cells().size(),
                    sensitive,
                    secondary,
                    value,
                    pattern.unprotected().size(),
                    pattern.programs());
        }
    }

    /** The rows of a file. Each row has a combination of codes, one for each column, and the count for this combination. */
    private record CountedRows(List<String> columns, String count, List<CrossedTables.Row> rows) {

        private static final String PRIMARY = "primary";
        private static final List<String> TRUE = List.of("TRUE", "true", "1");

        /**
         * Reads a file of delimited text.
         *
         * @param named the column of the counts, or null for the last column other than {@code primary}
         * @throws UnreadableTableException if the file is not a table
         * @throws NoAccessException if a column is missing or occurs twice, a count is not valid, or there are no rows
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
}
