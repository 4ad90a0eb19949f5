package org.tipstats.validate.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.rule.DamagedText;
import org.tipstats.validate.rule.UnknownCode;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Recognises rows that occur in spreadsheets but do not belong to a table of figures: sums over all areas, and notes in
 * a row of full width. The area cell of such a row names no area. Either this cell contains the name of a total, or the
 * row has no other code. A header that is repeated between joined tables is also recognised. Each of these rows is
 * reported as one unknown code and belongs to no group of rows.
 */
final class StrayRow {

    private final Dimension area;
    private final LayoutColumn areaColumn;
    private final List<LayoutColumn> others;
    private final Set<String> totals;

    StrayRow(Layout layout, RowContext row) {
        DataStructure structure = row.dataflow().structure();
        this.area = structure.area();
        List<LayoutColumn> coded = layout.columns().stream()
                .filter(column -> column.kind() == LayoutColumn.Kind.DIMENSION && !column.isTime())
                .filter(column -> row.onlyCode(column.dimension()).isEmpty())
                .toList();
        this.areaColumn = coded.stream()
                .filter(column -> column.dimension().id().equals(area.id()))
                .findFirst()
                .orElse(null);
        this.others = coded.stream().filter(column -> column != areaColumn).toList();
        this.totals = structure.dimensions().stream()
                .filter(dimension -> !dimension.isTime())
                .flatMap(dimension -> dimension.codes().total().stream())
                .flatMap(total -> total.name().texts().values().stream())
                .map(CellText::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reports the row if it does not belong to the table.
     *
     * @return whether the row was reported; other rules must then skip the row
     */
    boolean check(RowContext row) {
        ParsedRow parsed = row.row();
        if (!parsed.anyFlagged || areaColumn == null || others.isEmpty() || parsed.action == Action.DELETE) {
            return false;
        }
        String cell = CellText.strip(row.cell(areaColumn));
        if (!row.isFlagged(areaColumn)
                || cell.isEmpty()
                || area.codes().find(cell).isPresent()
                || DamagedText.covers(cell)) {
            return false;
        }
        boolean header = isHeader(row, areaColumn) && others.stream().allMatch(column -> isHeader(row, column));
        boolean alone = others.stream().allMatch(column -> CellText.isBlank(row.cell(column)));
        boolean note = (alone || isTotal(cell)) && row.suggestions(areaColumn).isEmpty();
        if (header || note) {
            row.report(new UnknownCode(), areaColumn, Map.of("variant", header ? "header" : "row"), List.of());
        }
        return header || note;
    }

    private static boolean isHeader(RowContext row, LayoutColumn column) {
        return CellText.strip(row.cell(column)).equalsIgnoreCase(CellText.strip(column.header()));
    }

    private boolean isTotal(String cell) {
        String words = " " + CellText.fold(cell) + " ";
        return cell.length() <= CellText.MAX_SHOWN
                && totals.stream().anyMatch(total -> words.contains(" " + total + " "));
    }
}
