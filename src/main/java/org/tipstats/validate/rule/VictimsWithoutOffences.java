package org.tipstats.validate.rule;

import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.CountRange;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.OtherDataflowRows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;

/** Reports victims without offences, or offences without victims. The file may hold the victims or the offences. */
@Rule.Info(id = "victims-without-offences", severity = Severity.INFORMATION, since = "1.1.0", settings = "with")
public final class VictimsWithoutOffences implements RowRule {

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return settings.other(this, rows.space()).isPresent();
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        OtherDataflowRows other = findings.settings().other(this, rows.space()).orElseThrow();
        Margins margins = new Margins(rows.space());
        for (int row = 0; row < rows.fileRows(); row++) {
            long key = rows.key(row);
            if (margins.isTotal(key) && rows.merged().usableRow(key) == row) {
                int there = other.find(key);
                if (there >= 0 && differ(rows.range(row), other.rows().range(there))) {
                    findings.add(row, parameters(rows.range(row), there, other), IntStream.empty());
                }
            }
        }
    }

    /** Returns whether one count is certainly zero and the other count is certainly not zero. */
    private static boolean differ(CountRange here, CountRange there) {
        return here.high() == 0 && there.low() > 0 || here.low() > 0 && there.high() == 0;
    }

    private static Map<String, Object> parameters(CountRange here, int there, OtherDataflowRows other) {
        String kind = here.high() == 0 ? "zero" : "some";
        Object otherCount = other.rows().range(there).parameter();
        return Map.of("kind", kind, "count", here.parameter(), "otherCount", otherCount, "other", other.dataflow());
    }
}
