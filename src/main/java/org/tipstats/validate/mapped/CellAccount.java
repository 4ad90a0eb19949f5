package org.tipstats.validate.mapped;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;

/**
 * Finds cells with several numbers among the figures of a table. The ledger of the guess does not record such cells.
 */
record CellAccount(Grid grid, Guess guess) {

    /** Returns the cells with several numbers, in the order of the table. Ignores rows that the guess leaves out. */
    List<CellRange> severalNumbers() {
        List<CellRange> found = new ArrayList<>();
        for (Guess.Table table : guess.tables()) {
            for (CellRange header : values(table.range())) {
                grid.sheet(header.sheet()).ifPresent(sheet -> addSeveralNumbers(sheet, header, table, found));
            }
        }
        if (!found.isEmpty()) {
            Set<String> leftOut = rowsLeftOut();
            found.removeIf(cell -> leftOut.contains(MappingFindings.rowOf(cell.toString())));
        }
        return found;
    }

    private static void addSeveralNumbers(Sheet sheet, CellRange header, Guess.Table table, List<CellRange> found) {
        int column = header.firstColumn();
        for (int line = header.firstLine() + 1; line <= table.range().lastLine(); line++) {
            if (Grid.hasSeveralNumbers(sheet.text(line, column))) {
                found.add(CellRange.cell(header.sheet(), header.addressing(), line, column));
            }
        }
    }

    private Set<String> rowsLeftOut() {
        Set<String> leftOut = rows(guess.ledger().leftOut().values().stream().flatMap(List::stream));
        leftOut.removeAll(rows(guess.observations().stream().flatMap(each -> each.cells().stream())));
        leftOut.removeAll(rows(guess.ledger().notUnderstood().stream()));
        return leftOut;
    }

    private static Set<String> rows(Stream<String> cells) {
        Set<String> rows = new HashSet<>();
        cells.forEach(cell -> rows.add(MappingFindings.rowOf(cell)));
        return rows;
    }

    /** Returns the header cells of the columns of figures in a table. */
    private List<CellRange> values(CellRange table) {
        return guess.decisions().stream()
                .filter(decision -> decision.kind().equals("column") && "OBS_VALUE".equals(decision.value()))
                .map(Decision::id)
                .flatMap(id -> CellRange.parse(id.substring("column:".length())).stream())
                .filter(cell -> cell.sheet().equals(table.sheet())
                        && cell.firstColumn() >= table.firstColumn()
                        && cell.firstColumn() <= table.lastColumn()
                        && cell.firstLine() >= table.firstLine()
                        && cell.firstLine() <= table.lastLine())
                .distinct()
                .toList();
    }
}
