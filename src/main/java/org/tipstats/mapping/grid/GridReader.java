package org.tipstats.mapping.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tipstats.files.csv.CsvRows;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.files.workbook.WorkbookSheets;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.mapping.grid.Sheet.Addressing;

/**
 * Reads a file of any supported form as a grid. The content of the file decides its form, never its name. No row is
 * taken for a header.
 */
public final class GridReader {

    private final Path file;
    private final FileProbe probe;
    private final GridBuilder builder = new GridBuilder();

    private GridReader(Path file, FileProbe probe) {
        this.file = file;
        this.probe = probe;
    }

    /**
     * Reads a file.
     *
     * @throws NoTableException if the file is of a kind that is no table, or if its text cannot be decoded
     * @throws MalformedFileException if the file is broken or exceeds a limit
     */
    public static Grid read(Path file) throws IOException {
        FileProbe probe = FileProbe.of(file);
        if (probe.fault() != null) {
            throw new NoTableException(probe);
        }
        return new GridReader(file, probe).grid();
    }

    private Grid grid() throws IOException {
        String kind =
                switch (probe.kind()) {
                    case TEXT -> text();
                    case XLSX, ODS -> workbook();
                    default -> throw new NoTableException(probe);
                };
        return builder.grid(probe.sha256(), kind);
    }

    private String workbook() throws IOException {
        try (WorkbookSheets sheets = WorkbookSheets.open(file, probe.kind(), Grid.MAX_COLUMNS)) {
            while (sheets.next()) {
                for (RawRow row = sheets.row(); row != null; row = sheets.row()) {
                    builder.row(row.line(), row.cells());
                }
                String name = sheets.name();
                builder.endSheet(
                        name,
                        Addressing.CELLS,
                        sheets.merged().stream().map(cells -> range(name, cells)).toList());
            }
        }
        return probe.kind().word();
    }

    private static CellRange range(String sheet, MergedCells cells) {
        return new CellRange(
                sheet,
                Addressing.CELLS,
                cells.firstLine(),
                cells.firstColumn(),
                cells.lastLine(),
                cells.lastColumn());
    }

    private String text() throws IOException {
        try (CsvRows rows = CsvRows.open(file, probe.charset())) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                builder.row(row.line(), row.cells());
            }
        }
        builder.endSheet("", Addressing.CELLS, List.of());
        return probe.kind().word();
    }
}
