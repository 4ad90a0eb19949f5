package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.vocabulary.names.CellText;

/** Reports a text longer than its attribute allows. */
@Rule.Info(id = "text-too-long", severity = Severity.ERROR, since = "1.0.0")
public final class TextTooLong implements CellRule {

    @Override
    public void check(RowContext row) {
        for (LayoutColumn column : row.flaggedColumns()) {
            if (column.attribute() != null && column.codes() == null) {
                int length = CellText.strip(row.cell(column)).length();
                int most = column.attribute().maxLength();
                row.report(this, column, Map.of("length", length, "most", most), List.of());
            }
        }
    }
}
