package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * The part of a table that the page shows, with a mark in each cell.
 *
 * @param sheet the name of the sheet; empty if the file has one sheet
 * @param letters the letters of the columns
 * @param from the address of the first cell
 * @param more whether the sheet goes on below or beside the part
 * @param ids the ids of all cells that are shown
 */
record TablePreview(
        String sheet, List<String> letters, List<PreviewRow> rows, String from, boolean more, Set<String> ids) {

    private static final int MAX_ROWS = 60;
    private static final int MAX_COLUMNS = 30;
    private static final int MAX_TEXT = 60;
    /** The number of rows shown above the first table, because they often contain its title. */
    private static final int ROWS_ABOVE = 4;
    /** The largest number of figures on the page. Cells of other figures have no links to a figure. */
    static final int MAX_FIGURES = 200;

    static final TablePreview NONE = new TablePreview("", List.of(), List.of(), "", false, Set.of());

    /** @param id the id of the row, if its cells have no ids of their own; else null */
    record PreviewRow(int line, String id, List<PreviewCell> cells) {}

    /**
     * A cell.
     *
     * @param reason why the cell is left out; null if it is not
     * @param figure the id of the figure that the cell is a part of; null if the page shows no such figure
     */
    record PreviewCell(String id, String text, CellMarks.Mark mark, String reason, String figure) {}

    /** Makes the part that begins with a cell; with the first table of the file if the cell is null. */
    static TablePreview of(GuessedFile file, CellMarks marks, CellRange from, GuessTexts texts) {
        Grid grid = file.grid();
        if (grid.sheets().isEmpty()) {
            return NONE;
        }
        CellRange first = from == null ? start(file) : from;
        Sheet sheet = sheet(grid, first);
        List<Sheet.Row> rows = sheet.rows().stream()
                .filter(row -> row.line() >= first.firstLine())
                .limit(MAX_ROWS)
                .toList();
        int left = Math.min(first.firstColumn(), Math.max(0, sheet.width() - 1));
        int right = Math.min(sheet.width(), left + MAX_COLUMNS);
        List<PreviewRow> shown = rows.stream()
                .map(row -> row(grid, sheet, row, left, right, marks, texts))
                .toList();
        int last = sheet.rows().get(sheet.rows().size() - 1).line();
        boolean more = right < sheet.width()
                || rows.isEmpty()
                || rows.get(rows.size() - 1).line() < last;
        List<String> letters =
                IntStream.range(left, right).mapToObj(ColumnLetters::of).toList();
        String address = CellRange.cell(sheet.name(), Sheet.Addressing.CELLS, first.firstLine(), left)
                .toString();
        return new TablePreview(sheet.name(), letters, shown, address, more, ids(shown));
    }

    private static Set<String> ids(List<PreviewRow> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> {
            ids.add(row.id());
            row.cells().forEach(cell -> ids.add(cell.id()));
        });
        ids.remove(null);
        return ids;
    }

    private static CellRange start(GuessedFile file) {
        Sheet sheet = file.grid().sheets().get(0);
        CellRange table = file.guess().tables().isEmpty()
                ? CellRange.cell(sheet.name(), sheet.addressing(), 1, 0)
                : file.guess().tables().get(0).range();
        return CellRange.cell(table.sheet(), Sheet.Addressing.CELLS, Math.max(1, table.firstLine() - ROWS_ABOVE), 0);
    }

    private static Sheet sheet(Grid grid, CellRange cell) {
        return grid.sheet(cell.sheet()).orElse(grid.sheets().get(0));
    }

    private static PreviewRow row(
            Grid grid, Sheet sheet, Sheet.Row row, int left, int right, CellMarks marks, GuessTexts texts) {
        boolean lines = sheet.addressing() == Sheet.Addressing.LINES;
        List<PreviewCell> cells = new ArrayList<>();
        for (int i = left; i < right; i++) {
            String address = sheet.address(row.line(), i);
            Optional<String> reason = Optional.ofNullable(marks.reason(address)).map(texts::leftOut);
            cells.add(new PreviewCell(
                    lines ? null : idOf(grid, address),
                    CellText.shorten(row.text(i), MAX_TEXT),
                    marks.mark(sheet, row.line(), i),
                    reason.orElse(null),
                    marks.figure(address)
                            .filter(index -> index < MAX_FIGURES)
                            .map(index -> "figure-" + (index + 1))
                            .orElse(null)));
        }
        return new PreviewRow(row.line(), lines ? idOf(grid, sheet.address(row.line(), 0)) : null, cells);
    }

    /** Returns the id of the element that shows a cell, for example {@code cell-D24} or {@code cell-2-D24}. */
    static String idOf(Grid grid, String address) {
        return CellRange.parse(address)
                .map(cell -> {
                    int sheet = 0;
                    while (sheet < grid.sheets().size()
                            && !grid.sheets().get(sheet).name().equals(cell.sheet())) {
                        sheet++;
                    }
                    String prefix = cell.sheet().isEmpty() ? "cell-" : "cell-" + (sheet + 1) + "-";
                    boolean lines = cell.addressing() == Sheet.Addressing.LINES;
                    String place = lines ? "line-" : ColumnLetters.of(cell.firstColumn());
                    return prefix + place + cell.firstLine();
                })
                .orElse("");
    }
}
