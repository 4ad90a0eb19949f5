package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;

/** Reports a count that is not written in plain digits, or that begins with a needless zero. */
@Rule.Info(id = "number-normalised", severity = Severity.INFORMATION, since = "1.1.0")
public final class NumberNormalised implements CellRule {

    @Override
    public void check(RowContext row) {
        if (row.row().normalised) {
            row.layout().column(Kind.VALUE).ifPresent(column -> {
                String count = String.valueOf(row.row().value);
                row.report(this, column, row.received(column), Map.of("count", count), List.of(count));
            });
        }
    }
}
