package org.tipstats.validate.rule;

import java.util.Map;
import java.util.regex.Pattern;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.RowContext;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Role;

/** Reports a unit that states rates or shares in a dataflow that asks for counts. */
@Rule.Info(id = "implausible-unit", severity = Severity.ERROR, since = "1.0.0")
public final class ImplausibleUnit implements CellRule {

    private static final Pattern RATE = Pattern.compile(
            ".*(%|\u2030|\\bper\\b|\\brates?\\b|\\bpercent|\\bratio|\\btaux|\\btasas?\\b|\\bpour\\b|\\bpor\\b"
                    + "|1 ?0 ?0[ ,.']?0 ?0 ?0|\u043f\u0440\u043e\u0446\u0435\u043d\u0442|\u043a\u043e\u044d\u0444"
                    + "\u0444\u0438\u0446\u0438\u0435\u043d\u0442|\u0645\u0639\u062f\u0644|\u6bd4\u7387|\u6bcf10).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    @Override
    public void check(RowContext row) {
        for (LayoutColumn column : row.flaggedColumns()) {
            if (covers(row, column)) {
                row.report(this, column, Map.of(), row.onlyCode(column.dimension()));
            }
        }
    }

    /** Returns whether a flagged cell is a unit that this rule reports. */
    static boolean covers(RowContext row, LayoutColumn column) {
        if (column.dimension() == null || column.dimension().role() != Role.UNIT) {
            return false;
        }
        String cell = CellText.strip(row.cell(column));
        Code code = column.codes().find(cell).orElse(null);
        return code != null || isRate(cell);
    }

    /** Returns whether a text names the unit of a rate or a share. */
    static boolean isRate(String text) {
        return RATE.matcher(text).matches();
    }
}
