package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.schema.Role;

/** Reports a value that the provider does not release to the public. Sums include it, but no release shows it. */
@Rule.Info(id = "provider-withheld", severity = Severity.INFORMATION, since = "1.1.0")
public final class ProviderWithheld implements CellRule {

    @Override
    public void check(RowContext row) {
        ParsedRow parsed = row.row();
        String free = row.statuses().free();
        if (parsed.value >= 0
                && parsed.action != Action.DELETE
                && row.statuses().isConfidential(parsed.confidentiality)) {
            row.column(Role.CONFIDENTIALITY)
                    .ifPresent(column -> row.report(this, column, Map.of("free", free), List.of()));
        }
    }
}
