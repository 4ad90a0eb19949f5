package org.tipstats.validate.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.tipstats.validate.findings.ValidationReport.Contents;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/** Counts the figures in the rows of a file. */
final class FileContents {

    private final RowTable table;
    private final KeySpace space;
    private final DataStructure structure;
    /** The position of the total in each dimension; -1 for area, time and every dimension without a total. */
    private final int[] totals;

    private final List<Dimension> kinds;
    private final Set<String> seen = new HashSet<>();
    private long total;
    private int figures;

    private FileContents(RowTable table) {
        this.table = table;
        this.space = table.space();
        this.structure = space.structure();
        this.totals = structure.dimensions().stream()
                .mapToInt(dimension -> isAreaOrTime(dimension)
                        ? -1
                        : dimension
                                .codes()
                                .total()
                                .map(code -> dimension.positionOf(code.id()))
                                .orElse(-1))
                .toArray();
        this.kinds = structure.dimensions().stream()
                .filter(dimension -> !isAreaOrTime(dimension) && !hasTotal(dimension))
                .toList();
    }

    /** Returns the contents of the rows read so far. */
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
                counted.seen.size() == 1 ? counted.total : null);
    }

    private void add(int row) {
        if (!table.hasValue(row)) {
            return;
        }
        figures++;
        long key = table.key(row);
        if (table.isExact(row) && isAtTotals(key)) {
            total += table.low(row);
            seen.add(kind(key));
        }
    }

    private boolean isAreaOrTime(Dimension dimension) {
        return dimension == structure.area() || dimension == structure.time();
    }

    private static boolean hasTotal(Dimension dimension) {
        return dimension.codes().total().isPresent();
    }

    /** Returns whether the key is at the total of every dimension that has one. */
    private boolean isAtTotals(long key) {
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] >= 0 && space.position(key, i) != totals[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the codes of the dimensions without a total, for example the stage of a case. Figures with different
     * codes in these dimensions cannot be added up.
     */
    private String kind(long key) {
        StringBuilder kind = new StringBuilder();
        kinds.forEach(dimension -> kind.append(space.code(key, dimension)).append('.'));
        return kind.toString();
    }
}
