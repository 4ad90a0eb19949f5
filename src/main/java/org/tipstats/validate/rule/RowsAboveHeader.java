package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reports lines before the header that look like rows of the table, for example after sorting a table together with its
 * header. Lines before the header are skipped like a title, so these rows would be lost if the file were accepted.
 */
@Rule.Info(id = "rows-above-header", severity = Severity.ERROR, since = "1.1.0")
public final class RowsAboveHeader implements Rule {

    /** A line with at least this number of valid codes and counts is not a title. */
    private static final int MIN_MATCHES = 3;

    /**
     * Reports all lines before the header that look like rows, as one finding.
     *
     * @return the reported lines
     */
    public List<RawRow> check(List<RawRow> before, Layout layout, FileContext context) {
        List<RawRow> rows = before.stream()
                .filter(row -> isRow(row, layout, context.dataflow()))
                .toList();
        if (!rows.isEmpty()) {
            int first = rows.get(0).line();
            int last = rows.get(rows.size() - 1).line();
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("lines", first == last ? "one" : "several");
            parameters.put("last", String.valueOf(last));
            parameters.put("header", String.valueOf(layout.line()));
            context.report(this, first, parameters, List.of());
        }
        return rows;
    }

    private static boolean isRow(RawRow row, Layout layout, Dataflow dataflow) {
        DataStructure structure = dataflow.structure();
        int known = 0;
        int filled = 0;
        boolean placed = false;
        boolean counted = false;
        for (LayoutColumn column : layout.columns()) {
            String cell = column.index() < row.cells().length ? CellText.strip(row.cells()[column.index()]) : "";
            Dimension dimension = column.kind() == Kind.DIMENSION ? column.dimension() : null;
            boolean code = dimension != null && dimension.positionOf(cell) >= 0;
            boolean count = column.kind() == Kind.VALUE && CountText.parse(cell) >= 0;
            known += code || count ? 1 : 0;
            counted |= count;
            filled += cell.isEmpty() ? 0 : 1;
            placed |= code && (dimension.isTime() || dimension.equals(structure.area()));
        }
        int required = dataflow.requiredDimensions().size() + 1;
        return known >= MIN_MATCHES || (placed && (counted || filled >= required));
    }
}
