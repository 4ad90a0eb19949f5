package org.tipstats.validate.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.tipstats.validate.findings.ValidationReport.Contents;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/** Counts the figures in the rows of a file. */
final class FileContents {

    private final RowTable table;
    private final List<Dimension> dimensions;
    /** The position of the total in each of the dimensions, or -1. */
    private final int[] totals;

    private final Set<String> kinds = new HashSet<>();
    private long total;
    private int figures;

    private FileContents(RowTable table) {
        this.table = table;
        DataStructure structure = table.space().structure();
        this.dimensions = structure.dimensions().stream()
                .filter(dimension -> dimension != structure.area() && dimension != structure.time())
                .toList();
        this.totals = dimensions.stream()
                .mapToInt(dimension ->
                        dimension.codes().total().map(Code::position).orElse(-1))
                .toArray();
    }

    static Contents of(RowStage rows) {
        FileContents counted = new FileContents(rows.table());
        for (int row = 0; row < rows.table().fileRows(); row++) {
            counted.add(row);
        }
        SortedSet<String> periods = rows.periods();
        return new Contents(
                counted.figures,
                rows.areas().size(),
                periods.size(),
                periods.isEmpty() ? null : periods.first(),
                periods.isEmpty() ? null : periods.last(),
                counted.kinds.size() == 1 ? counted.total : null);
    }

    private void add(int row) {
        figures += table.hasValue(row) ? 1 : 0;
        if (table.isExact(row) && isAtTotals(table.key(row))) {
            total += table.low(row);
            kinds.add(kind(table.key(row)));
        }
    }

    private boolean isAtTotals(long key) {
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] >= 0 && table.space().position(key, dimensions.get(i).position()) != totals[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the codes of the key, except area and time. Totals with different codes in a dimension
     * without a total, for example the stage of a case, cannot be added up.
     */
    private String kind(long key) {
        StringBuilder kind = new StringBuilder();
        dimensions.forEach(
                dimension -> kind.append(table.space().code(key, dimension)).append('.'));
        return kind.toString();
    }
}
