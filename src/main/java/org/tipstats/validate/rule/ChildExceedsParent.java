package org.tipstats.validate.rule;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/**
 * Reports a code other than the total whose child codes add up to more than the code itself. If one person may be
 * counted under several codes, the rule reports only a single child that is larger than its parent.
 */
@Rule.Info(id = "child-exceeds-parent", severity = Severity.WARNING, since = "1.0.0", settings = "tolerance=0")
public final class ChildExceedsParent implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        Function<Breakdown, IntStream> children =
                breakdown -> breakdown.overlaps() ? IntStream.of(breakdown.tooLarge(tolerance)) : breakdown.parts();
        Function<Breakdown, Map<String, Object>> parameters =
                breakdown -> parameters(rows, breakdown, children.apply(breakdown));
        rows.merged().forEachInconsistency(breakdown -> {
            if (!breakdown.isTotal() && exceeds(rows, breakdown, tolerance)) {
                findings.add(breakdown, parameters, children);
            }
        });
    }

    /**
     * Returns whether the children are too large for their parent. Compares each child alone if one person may be
     * counted under several codes, otherwise the sum of all children.
     */
    private static boolean exceeds(RowTable rows, Breakdown breakdown, long tolerance) {
        return breakdown.overlaps()
                ? breakdown.hasTooLarge(tolerance)
                : breakdown.low() > Breakdown.plus(rows.high(breakdown.whole()), tolerance);
    }

    private static Map<String, Object> parameters(RowTable rows, Breakdown breakdown, IntStream children) {
        long low = breakdown.overlaps() ? children.mapToLong(rows::low).max().orElseThrow() : breakdown.low();
        Map<String, Object> parameters = breakdown.parameters(low - rows.high(breakdown.whole()));
        parameters.put("overlaps", breakdown.overlaps() ? "yes" : "no");
        if (breakdown.overlaps()) {
            parameters.put("sum", low);
        }
        return parameters;
    }
}
