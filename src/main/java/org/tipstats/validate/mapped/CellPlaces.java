package org.tipstats.validate.mapped;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Finding.Column;
import org.tipstats.validate.findings.Finding.Related;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * Translates the places of findings from the rows of a mapped table to the cells of the submitter's file: the line and
 * the column are those of the first cell.
 */
record CellPlaces(MappedTable table) implements UnaryOperator<Finding> {

    @Override
    public Finding apply(Finding finding) {
        // Findings of the mapping itself have their cells already.
        if (!finding.cells().isEmpty()) {
            return finding;
        }
        List<Related> related = finding.related().stream().map(this::translate).toList();
        return at(finding, cells(finding.line()), related);
    }

    private List<String> cells(Integer line) {
        int row = line == null ? -1 : line - MappedTable.FIRST_LINE;
        return row < 0 || row >= table.size() ? List.of() : table.cells(row);
    }

    private Related translate(Related related) {
        List<String> cells = cells(related.line());
        Integer line = first(cells).map(CellRange::firstLine).orElse(null);
        return new Related(line, related.value(), cells);
    }

    private static Optional<CellRange> first(List<String> cells) {
        return cells.stream().findFirst().flatMap(CellRange::parse);
    }

    /** Returns a finding at cells. A finding without cells is about the whole file. */
    static Finding at(Finding finding, List<String> cells, List<Related> related) {
        CellRange first = first(cells).orElse(null);
        String name = finding.column() == null ? null : finding.column().name();
        if (first == null) {
            return finding.at(null, null, name == null ? null : Column.missing(name), cells, related);
        }
        String sheet = first.sheet().isEmpty() ? null : first.sheet();
        return finding.at(sheet, first.firstLine(), column(name, first), cells, related);
    }

    /** @param name the component that the finding is about; null to name the column by its letters */
    private static Column column(String name, CellRange cell) {
        if (cell.isOfLines()) {
            return name == null ? null : Column.missing(name);
        }
        String letters = ColumnLetters.of(cell.firstColumn());
        return Column.at(name == null ? letters : name, cell.firstColumn() + 1);
    }
}
