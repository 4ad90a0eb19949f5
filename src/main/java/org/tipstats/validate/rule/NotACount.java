package org.tipstats.validate.rule;

import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.CountGuess;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.names.CellText;

/** Reports a value that is not a whole number, or that can be read as several numbers. */
@Rule.Info(id = "not-a-count", severity = Severity.ERROR, since = "1.0.0")
public final class NotACount implements CellRule {

    @Override
    public void check(RowContext row) {
        if (row.row().value == CountText.BAD && row.row().action != Action.DELETE) {
            row.layout().column(Kind.VALUE).ifPresent(column -> report(row, column));
        }
    }

    private void report(RowContext row, LayoutColumn column) {
        CountGuess guess = CountGuess.of(CellText.strip(row.cell(column)));
        row.report(
                this,
                column,
                Map.of(
                        "variant",
                        guess.variant(),
                        "suppressed",
                        row.statuses().suppressed(),
                        "masked",
                        row.statuses().providerMasked(),
                        "reasons",
                        String.join(", ", MissingValueStatus.reasons(row))),
                guess.counts());
    }
}
