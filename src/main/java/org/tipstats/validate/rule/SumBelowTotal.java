package org.tipstats.validate.rule;

import java.util.Map;
import java.util.function.Function;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/**
 * Reports a breakdown whose parts add up to less than the total, so that some persons are in no part. Reports nothing
 * if the row of a part states that its value is missing, because the other persons may belong to this part. Leaves out
 * dimensions in which one person may be counted under several codes.
 */
@Rule.Info(
        id = "sum-below-total",
        severity = Severity.WARNING,
        since = "1.0.0",
        hitRate = "sex 95 of 707 area-years (13.4 %); age 71 of 807 area-years (8.8 %); forms of "
                + "exploitation 158 of 608 area-years (26.0 %)",
        settings = "tolerance=0")
public final class SumBelowTotal implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        Function<Breakdown, Map<String, Object>> parameters =
                breakdown -> parameters(breakdown, rows.low(breakdown.whole()) - breakdown.high());
        rows.merged().forEachInconsistency(breakdown -> {
            long least = rows.low(breakdown.whole());
            if (breakdown.isTotal()
                    && !breakdown.tree().dimension().overlapping()
                    && Breakdown.plus(breakdown.high(), tolerance) < least
                    && !breakdown.statesMissingPart()) {
                findings.add(breakdown, parameters, Breakdown::parts);
            }
        });
    }

    private static Map<String, Object> parameters(Breakdown breakdown, long difference) {
        Map<String, Object> parameters = breakdown.parameters(difference);
        String unknown = breakdown.tree().unknown();
        parameters.put("unknown", unknown == null ? "none" : unknown);
        return parameters;
    }
}
