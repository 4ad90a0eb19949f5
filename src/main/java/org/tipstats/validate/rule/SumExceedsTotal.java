package org.tipstats.validate.rule;

import org.tipstats.validate.findings.FindingSink;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;

/** Reports a breakdown whose parts add up to more than the total, although no single part is larger. */
public final class SumExceedsTotal implements RowRule {

    private final PartExceedsTotal onePart = new PartExceedsTotal();

    @Override
    public String id() {
        return "sum-exceeds-total";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(RowTable rows, RuleSettings settings, FindingSink sink) {
        RowFindings findings = new RowFindings(rows, this, settings, sink);
        long tolerance = settings.number(this, "tolerance", 0);
        long toleranceOfPart = onePart.tolerance(settings);
        rows.merged().forEachInconsistency(breakdown -> {
            long most = rows.high(breakdown.whole());
            if (breakdown.isTotal()
                    && !breakdown.overlaps()
                    && breakdown.low() > Breakdown.plus(most, tolerance)
                    && breakdown.tooLarge(toleranceOfPart).length == 0) {
                findings.add(
                        breakdown,
                        breakdown.parameters(breakdown.low() - most),
                        breakdown.parts().toArray());
            }
        });
    }
}
