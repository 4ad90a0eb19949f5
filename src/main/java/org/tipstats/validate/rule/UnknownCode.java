package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowContext.Reason;
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
                row.report(this, column, () -> reason(row, column));
            }
        }
    }

    private static Reason reason(RowContext row, LayoutColumn column) {
        String cell = CellText.strip(row.cell(column));
        if (cell.isEmpty()) {
            return new Reason(Map.of("variant", "empty"), List.of());
        }
        Code code = column.codes() == null ? null : column.codes().find(cell).orElse(null);
        if (code == null) {
            return new Reason(Map.of(), row.suggestions(column));
        }
        boolean group = code.isAreaGroup() && column.dimension().role() == Role.AREA;
        return group
                ? new Reason(Map.of("variant", "group"), List.of())
                : new Reason(Map.of("variant", "unused"), row.onlyCode(column.dimension()));
    }
}
