package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowContext.Reason;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;

/** Reports a row that has a value although its status says that there is no value. */
@Rule.Info(id = "value-with-missing-status", severity = Severity.ERROR, since = "1.0.0")
public final class ValueWithMissingStatus implements CellRule {

    @Override
    public void check(RowContext row) {
        ParsedRow parsed = row.row();
        boolean contradicts = parsed.value >= 0
                && parsed.status != null
                && parsed.action != Action.DELETE
                && row.statuses().withoutValue(parsed.status);
        if (contradicts) {
            row.statusColumn().ifPresent(column -> row.report(this, column, () -> reason(row)));
        }
    }

    private static Reason reason(RowContext row) {
        String count = String.valueOf(row.row().value);
        return new Reason(Map.of("count", count, "normal", row.statuses().normal()), List.of());
    }
}
