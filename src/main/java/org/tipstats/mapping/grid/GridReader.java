package org.tipstats.mapping.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.files.csv.DelimitedRows;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.files.message.MessageReader;
import org.tipstats.files.workbook.WorkbookSheets;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.mapping.grid.Sheet.Addressing;

/**
 * Reads a file of any supported form as a grid. The content of the file decides its form, never its name. A header is a
 * row like any other.
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
     * @throws NoTableException if the file is of a kind without tables, is JSON without a dataset, or if its text
     *     cannot be decoded
     * @throws MalformedFileException if the file is broken or exceeds a limit
     */
    public static Grid read(Path file) throws IOException {
        return read(file, FileProbe.of(file));
    }

    /** Reads a file whose kind is already known. */
    public static Grid read(Path file, FileProbe probe) throws IOException {
        return new GridReader(file, probe).grid();
    }

    /** Returns whether a file is a cube in JSON-stat or PC-Axis. Only this reader can read the cells of a cube. */
    public static boolean isCube(Path file, FileProbe probe) throws IOException {
        try {
            return switch (probe.kind()) {
                case TEXT -> PxReader.isPx(file);
                case JSON -> JsonStatReader.read(file, new GridBuilder());
                default -> false;
            };
        } catch (MalformedFileException e) {
            return false;
        }
    }

    private Grid grid() throws IOException {
        switch (probe.kind()) {
            case TEXT -> readText();
            case XLSX, ODS -> readWorkbook();
            case SDMX_ML, SDMX_JSON -> readMessage();
            case JSON -> {
                if (!JsonStatReader.read(file, builder)) {
                    throw new NoTableException(probe);
                }
            }
            default -> throw new NoTableException(probe);
        }
        return builder.grid();
    }

    private void readWorkbook() throws IOException {
        try (WorkbookSheets sheets = WorkbookSheets.open(file, probe.kind(), Grid.MAX_COLUMNS)) {
            while (sheets.next()) {
                for (RawRow row = sheets.row(); row != null; row = sheets.row()) {
                    builder.row(row.line(), row.cells());
                }
                String name = sheets.name();
                builder.endSheet(
                        name,
                        Addressing.CELLS,
                        sheets.merged().stream()
                                .map(cells -> range(name, cells))
                                .toList());
            }
        }
    }

    private static CellRange range(String sheet, MergedCells cells) {
        return new CellRange(
                sheet, Addressing.CELLS, cells.firstLine(), cells.firstColumn(), cells.lastLine(), cells.lastColumn());
    }

    /**
     * Reads a data message. Its rows are addressed by line if each observation starts on a line of its own. Else, for
     * example in a message without line breaks, they are numbered as the rows of a table.
     */
    private void readMessage() throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (MessageReader reader = MessageReader.open(file, probe.kind())) {
            reader.header().ifPresent(rows::add);
            for (int cells = 0; reader.hasNext(); cells += rows.get(0).cells().length) {
                if (cells > GridBuilder.MAX_PLACES) {
                    throw GridBuilder.tooManyCells(rows.get(rows.size() - 1).line());
                }
                rows.add(reader.next());
            }
        }
        boolean apart = IntStream.range(1, rows.size())
                .allMatch(i -> rows.get(i).line() > rows.get(i - 1).line());
        for (int i = 0; i < rows.size(); i++) {
            builder.row(apart ? rows.get(i).line() : i + 1, rows.get(i).cells());
        }
        builder.endSheet("", apart ? Addressing.LINES : Addressing.CELLS, List.of());
    }

    /** Reads a text. A PC-Axis file may state its encoding, so it is read even if no encoding was detected. */
    private void readText() throws IOException {
        if (PxReader.isPx(file)) {
            PxReader.read(file, probe, builder);
            return;
        }
        if (probe.fault() != null) {
            throw new NoTableException(probe);
        }
        try (DelimitedRows rows = DelimitedRows.open(file, probe.charset())) {
            RawRow row = rows.next();
            JoinedKeys keys = JoinedKeys.of(row == null ? new String[0] : row.cells());
            for (; row != null; row = rows.next()) {
                builder.row(row.line(), keys.apart(row.cells()));
            }
        }
        builder.endSheet("", Addressing.CELLS, List.of());
    }
}
