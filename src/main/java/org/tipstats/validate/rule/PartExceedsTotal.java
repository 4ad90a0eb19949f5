package org.tipstats.validate.rule;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/** Reports a breakdown in which one part alone is larger than the total. */
@Rule.Info(
        id = "part-exceeds-total",
        severity = Severity.WARNING,
        since = "1.0.0",
        hitRate = "together with sum-exceeds-total: sex 22 of 707 area-years (3.1 %); age 16 of 807 "
                + "area-years (2.0 %); forms of exploitation 77 of 608 area-years (12.7 %)",
        settings = "tolerance=0")
public final class PartExceedsTotal implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        Function<Breakdown, Map<String, Object>> parameters =
                breakdown -> parameters(rows, breakdown, breakdown.tooLarge(tolerance));
        Function<Breakdown, IntStream> related = breakdown -> IntStream.of(breakdown.tooLarge(tolerance));
        rows.merged().forEachInconsistency(breakdown -> {
            if (breakdown.isTotal() && breakdown.hasTooLarge(tolerance)) {
                findings.add(breakdown, parameters, related);
            }
        });
    }

    private static Map<String, Object> parameters(RowTable rows, Breakdown breakdown, int[] tooLarge) {
        int largest = IntStream.of(tooLarge)
                .boxed()
                .max(Comparator.comparingLong(rows::low).thenComparing(row -> -rows.key(row)))
                .orElseThrow();
        Map<String, Object> parameters = breakdown.parameters(rows.low(largest) - rows.high(breakdown.whole()));
        parameters.put("part", breakdown.code(largest));
        parameters.put("partValue", rows.range(largest).parameter());
        parameters.put("more", tooLarge.length - 1);
        return parameters;
    }
}
