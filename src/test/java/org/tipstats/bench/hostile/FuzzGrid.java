package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Path;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.mapping.grid.NoTableException;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/** Reads any bytes as a grid, and all its cells as numbers. */
public final class FuzzGrid {

    private FuzzGrid() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = FuzzInput.file(bytes);
        Grid grid;
        try {
            grid = GridReader.read(file);
        } catch (MalformedFileException | NoTableException e) {
            return;
        }
        for (Sheet sheet : grid.sheets()) {
            int line = 0;
            for (Sheet.Row row : sheet.rows()) {
                if (row.line() <= line || row.text(row.cells().length - 1).isEmpty()) {
                    throw new AssertionError("out of order or blank: " + row);
                }
                line = row.line();
                for (String cell : row.cells()) {
                    NumberStyle style = new NumberStyle('.');
                    if (style.parse(cell).isPresent() != NumberStyle.looksNumeric(cell)) {
                        throw new AssertionError("a number and none: " + cell);
                    }
                }
            }
        }
    }
}
