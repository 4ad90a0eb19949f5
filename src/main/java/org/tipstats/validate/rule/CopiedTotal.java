package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/** Reports a breakdown whose parts all equal the total, or whose parts are all 0 although the total is not 0. */
@Rule.Info(
        id = "copied-total",
        severity = Severity.INFORMATION,
        since = "1.1.0",
        hitRate = "1 area-year",
        settings = "parts=2")
public final class CopiedTotal implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long fewest = findings.setting("parts");
        // Parts that all equal the total, or are all 0, do not add up to the total.
        rows.merged().forEachInconsistency(breakdown -> {
            if (breakdown.isTotal()
                    && rows.isExact(breakdown.whole())
                    && breakdown.directParts().count() >= fewest) {
                long total = rows.low(breakdown.whole());
                if (total > 0 && (breakdown.allDirectAre(total) || breakdown.allDirectAre(0))) {
                    findings.add(breakdown, same -> parameters(rows, same), Breakdown::directParts);
                }
            }
        });
    }

    private static Map<String, Object> parameters(RowTable rows, Breakdown breakdown) {
        int any = breakdown.directParts().findFirst().orElseThrow();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("dimension", breakdown.tree().dimension().id());
        parameters.put("code", breakdown.wholeCode());
        parameters.put("total", rows.low(breakdown.whole()));
        parameters.put("parts", breakdown.directParts().count());
        parameters.put("kind", rows.low(any) == 0 ? "zero" : "equal");
        return parameters;
    }
}
