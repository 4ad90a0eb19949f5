package org.tipstats.validate.rule;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowFindings.Comparison;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/** Reports rows that change a figure that was accepted or published before. */
@Rule.Info(
        id = "revision",
        severity = Severity.WARNING,
        since = "1.0.0",
        hitRate = "known from two editions of the table: 70 of 860 figures")
public final class Revision implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        Comparison comparison = (row, old) -> parameters(rows, row, old);
        for (int row = 0; row < rows.fileRows(); row++) {
            int old = rows.merged().isFaulty(row) || rows.withdraws(row)
                    ? RowTable.NONE
                    : rows.merged().baseline(row);
            if (old >= 0 && !rows.isWithheld(old) && !rows.dropsValue(row, old) && differs(rows, row, old)) {
                findings.add(row, old, comparison);
            }
        }
    }

    private static boolean differs(RowTable rows, int row, int old) {
        return valueDiffers(rows, row, old)
                || rows.status(row) != null && !rows.status(row).equals(rows.status(old));
    }

    private static boolean valueDiffers(RowTable rows, int row, int old) {
        return rows.hasValue(row) != rows.hasValue(old)
                || rows.isMasked(row) != rows.isMasked(old)
                || !rows.range(row).equals(rows.range(old));
    }

    private static Map<String, Object> parameters(RowTable rows, int row, int old) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("kind", kind(rows, row, old));
        parameters.put("old", rows.hasValue(old) ? rows.range(old).parameter() : "");
        parameters.put("new", rows.hasValue(row) ? rows.range(row).parameter() : "");
        parameters.put("oldStatus", rows.status(old) == null ? "" : rows.status(old));
        parameters.put("newStatus", rows.status(row) == null ? "" : rows.status(row));
        parameters.put("change", change(rows, row, old));
        return parameters;
    }

    private static String kind(RowTable rows, int row, int old) {
        if (!valueDiffers(rows, row, old)) {
            return "status";
        }
        if (!rows.hasValue(old)) {
            return "filled";
        }
        return rows.hasValue(row) ? "value" : "emptied";
    }

    /**
     * Returns the relative change in percent with sign and one decimal, or {@code none} if a percentage is not
     * meaningful.
     */
    private static String change(RowTable rows, int row, int old) {
        if (!rows.isExact(row) || !rows.isExact(old) || rows.low(old) == 0 || rows.low(row) == rows.low(old)) {
            return "none";
        }
        long tenths = tenthsOfPercent(rows.low(old), rows.low(row));
        return (tenths > 0 ? "+" : "") + BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    /**
     * Returns the change in tenths of a percent. Halves are rounded away from zero. Counts have at most fifteen digits,
     * so nothing overflows.
     */
    private static long tenthsOfPercent(long before, long after) {
        long thousandfold = Math.abs(after - before) * 1_000;
        long rounded = (thousandfold + before / 2) / before;
        return after < before ? -rounded : rounded;
    }
}
