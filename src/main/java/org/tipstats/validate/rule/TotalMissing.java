package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.MergedRows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reports an area and period with figures but without a row for their total over all breakdowns. A total with a status
 * that states a missing value is not reported. A single figure without a total is not reported either. Totals of parts,
 * for example of women over all ages, are optional.
 */
@Rule.Info(
        id = "total-missing",
        severity = Severity.WARNING,
        since = "1.1.0",
        hitRate = "victims 216 of 1,135 area-years (19.0 %); victims by citizenship 507 of 692 area-years "
                + "(73.3 %); repatriated victims 254 of 698 area-years (36.4 %)",
        settings = "parts=2")
public final class TotalMissing implements RowRule {

    /**
     * The parts of one total: their first rows in the file, and the dimensions along which the parts are broken down.
     */
    private static final class Parts {
        private final List<Integer> rows = new ArrayList<>();
        private int count;
        private long dimensions;
    }

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return !new Margins(rows.space()).dimensions().isEmpty();
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        Margins margins = new Margins(rows.space());
        Map<Long, Parts> missing = new HashMap<>();
        long last = -1;
        boolean lastIsMissing = false;
        for (int row = 0; row < rows.fileRows(); row++) {
            if (rows.hasValue(row) && !rows.merged().isFaulty(row)) {
                long total = margins.total(rows.key(row));
                if (total != last) {
                    last = total;
                    lastIsMissing = isMissing(total, rows.merged());
                }
                if (lastIsMissing) {
                    add(row, margins.brokenDown(rows.key(row)), missing.computeIfAbsent(total, key -> new Parts()));
                }
            }
        }
        long fewest = findings.setting("parts");
        missing.values().removeIf(parts -> parts.count < fewest);
        missing.forEach((total, parts) -> findings.add(
                parts.rows.get(0),
                total,
                parameters(total, parts, margins, rows),
                parts.rows.stream().mapToInt(row -> row)));
    }

    private static boolean isMissing(long total, MergedRows merged) {
        return merged.find(total) == RowTable.NONE && !merged.statesMissing(total) && !merged.isTainted(total);
    }

    private static void add(int row, long dimensions, Parts parts) {
        parts.dimensions |= dimensions;
        parts.count++;
        if (parts.rows.size() < RowFindings.MAX_RELATED) {
            parts.rows.add(row);
        }
    }

    private static Map<String, Object> parameters(long total, Parts parts, Margins margins, RowTable rows) {
        String along = margins.dimensions().stream()
                .filter(dimension -> (parts.dimensions >> dimension.position() & 1) == 1)
                .map(Dimension::id)
                .collect(Collectors.joining(", "));
        String codes = margins.dimensions().stream()
                .map(dimension -> dimension.id() + "=" + rows.space().code(total, dimension))
                .collect(Collectors.joining(", "));
        return Map.of("dimensions", along, "total", codes);
    }
}
