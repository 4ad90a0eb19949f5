package org.tipstats.validate.rule;

import java.util.Map;
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
        rows.merged().forEachInconsistency(breakdown -> {
            int[] children = breakdown.isTotal() ? new int[0] : tooMany(rows, breakdown, tolerance);
            if (children.length > 0) {
                findings.add(breakdown, parameters(rows, breakdown, children), IntStream.of(children));
            }
        });
    }

    /**
     * Returns the children that are too large for their parent. If one person may be counted under several codes, these
     * are the children that are too large alone; otherwise all children if their sum is too large.
     */
    private static int[] tooMany(RowTable rows, Breakdown breakdown, long tolerance) {
        if (breakdown.overlaps()) {
            return breakdown.tooLarge(tolerance);
        }
        long limit = Breakdown.plus(rows.high(breakdown.whole()), tolerance);
        return breakdown.low() > limit ? breakdown.parts().toArray() : new int[0];
    }

    private static Map<String, Object> parameters(RowTable rows, Breakdown breakdown, int[] children) {
        long low = breakdown.overlaps()
                ? IntStream.of(children).mapToLong(rows::low).max().orElseThrow()
                : breakdown.low();
        Map<String, Object> parameters = breakdown.parameters(low - rows.high(breakdown.whole()));
        parameters.put("overlaps", breakdown.overlaps() ? "yes" : "no");
        if (breakdown.overlaps()) {
            parameters.put("sum", low);
        }
        return parameters;
    }
}
