package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;

/** Reports observations with several rows in the file, because it is unclear which row is valid. */
@Rule.Info(id = "duplicate-key", severity = Severity.ERROR, since = "1.0.0")
public final class DuplicateKey implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        for (int row = 0; row < rows.fileRows(); row++) {
            if (rows.merged().isLater(row)) {
                int first = rows.merged().firstRow(rows.key(row));
                if (rows.merged().next(first) == row) {
                    report(rows, first, row, findings);
                }
            }
        }
    }

    private static void report(RowTable rows, int first, int second, RowFindings findings) {
        findings.add(
                second,
                () -> parameters(rows, first, second),
                () -> same(rows, first).filter(row -> row != second));
    }

    private static IntStream same(RowTable rows, int first) {
        return IntStream.iterate(first, row -> row >= 0 && rows.fromFile(row), rows.merged()::next);
    }

    private static Map<String, Object> parameters(RowTable rows, int first, int second) {
        boolean differ = same(rows, first)
                .anyMatch(row ->
                        !rows.range(row).equals(rows.range(first)) || rows.hasValue(row) != rows.hasValue(first));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", (int) same(rows, first).count());
        parameters.put("firstLine", rows.line(first));
        parameters.put("line", rows.line(second));
        parameters.put("differ", differ ? "yes" : "no");
        return parameters;
    }
}
