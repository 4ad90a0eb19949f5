package org.tipstats.start.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.protect.suppress.CrossedTables;
import org.tipstats.protect.suppress.Pattern;

/** Crossed tables with their pattern of hidden cells, to be written to a file. This object contains the true counts. */
record ProtectedCells(CrossedTables tables, Pattern pattern, String count) {

    /**
     * Writes one row for each cell: the codes, the count, whether the cell itself is sensitive, and whether the cell is
     * hidden.
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
        columns.add(CsvColumn.text("suppressed", cell -> flag(isHidden(cell))));
        // A program that reads the file must get the codes unchanged.
        new CsvTable<>(columns)
                .write(IntStream.range(0, tables.cells().size()).iterator(), CsvStyle.STANDARD.withRaw(true), out);
    }

    private CrossedTables.Cell cell(int cell) {
        return tables.cells().get(cell);
    }

    private boolean isHidden(int cell) {
        return pattern.isHidden(cell);
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
            } else if (isHidden(i)) {
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
