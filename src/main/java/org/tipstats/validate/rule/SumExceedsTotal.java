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
 * Reports a breakdown whose parts add up to more than the total, although no single part is larger than the total and
 * no person may be counted in several parts.
 */
@Rule.Info(
        id = "sum-exceeds-total",
        severity = Severity.WARNING,
        since = "1.0.0",
        hitRate = "together with part-exceeds-total: sex 22 of 707 area-years (3.1 %); age 16 of 807 "
                + "area-years (2.0 %); forms of exploitation 77 of 608 area-years (12.7 %)",
        settings = "tolerance=0")
public final class SumExceedsTotal implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        long toleranceOfPart = findings.settings().number(new PartExceedsTotal(), "tolerance");
        Function<Breakdown, Map<String, Object>> parameters =
                breakdown -> breakdown.parameters(breakdown.low() - rows.high(breakdown.whole()));
        rows.merged().forEachInconsistency(breakdown -> {
            long most = rows.high(breakdown.whole());
            if (breakdown.isTotal()
                    && !breakdown.overlaps()
                    && breakdown.low() > Breakdown.plus(most, tolerance)
                    && !breakdown.hasTooLarge(toleranceOfPart)) {
                findings.add(breakdown, parameters, Breakdown::parts);
            }
        });
    }
}
