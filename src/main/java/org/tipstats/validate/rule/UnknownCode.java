package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Role;

/** Reports a cell in a column of codes if its text is not a code that submissions may use. */
@Rule.Info(id = "unknown-code", severity = Severity.ERROR, since = "1.0.0")
public final class UnknownCode implements CellRule {

    @Override
    public void check(RowContext row) {
        for (LayoutColumn column : row.flaggedColumns()) {
            boolean coded = column.codes() != null || column.kind() == LayoutColumn.Kind.ACTION;
            if (coded && !ImplausibleUnit.covers(row, column) && !DamagedText.covers(row.cell(column))) {
                report(row, column);
            }
        }
    }

    private void report(RowContext row, LayoutColumn column) {
        String cell = CellText.strip(row.cell(column));
        if (cell.isEmpty()) {
            row.report(this, column, Map.of("variant", "empty"), List.of());
            return;
        }
        Code code = column.codes() == null ? null : column.codes().find(cell).orElse(null);
        if (code == null) {
            row.report(this, column, Map.of(), row.suggestions(column));
        } else if (code.isAreaGroup() && column.dimension().role() == Role.AREA) {
            row.report(this, column, Map.of("variant", "group"), List.of());
        } else {
            row.report(this, column, Map.of("variant", "unused"), row.onlyCode(column.dimension()));
        }
    }
}
