package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.BreakdownScanner;
import org.tipstats.validate.table.CodeHierarchy;
import org.tipstats.validate.table.CountRange;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;

/**
 * Reports different values for nationals and for the reporting area's own code. Both codes stand for the same persons.
 * Equal values are valid, because sums count these persons only once.
 */
@Rule.Info(
        id = "nationals-differ",
        severity = Severity.WARNING,
        since = "1.1.0",
        hitRate = "none",
        settings = "tolerance=0")
public final class NationalsDiffer implements RowRule {

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return trees(rows).findAny().isPresent();
    }

    private static Stream<CodeHierarchy> trees(RowTable rows) {
        return rows.merged().breakdowns().stream()
                .map(BreakdownScanner::tree)
                .filter(tree -> tree.citizens().nationals() >= 0);
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        trees(rows).forEach(tree -> {
            for (int row = 0; row < rows.fileRows(); row++) {
                check(row, tree, rows, tolerance, findings);
            }
        });
    }

    private static void check(int row, CodeHierarchy tree, RowTable rows, long tolerance, RowFindings findings) {
        long key = rows.key(row);
        int dimension = tree.dimension().position();
        int position = rows.space().position(key, dimension);
        int own = tree.own(
                rows.space().position(key, rows.space().structure().area().position()));
        boolean nationals = position == tree.citizens().nationals();
        if (own < 0 || !nationals && position != own) {
            return;
        }
        int same = nationals ? own : tree.citizens().nationals();
        int other = rows.merged().usableRow(rows.space().withPosition(key, dimension, same));
        // If both rows are in the file, the row of the nationals carries the finding.
        if (other < 0 || !nationals && rows.fromFile(other)) {
            return;
        }
        CountRange one = rows.range(row);
        CountRange second = rows.range(other);
        boolean differ = one.exceeds(second, tolerance) || second.exceeds(one, tolerance);
        if (differ && rows.merged().usableRow(key) == row) {
            findings.add(
                    row, parameters(nationals ? row : other, nationals ? other : row, tree, rows), IntStream.of(other));
        }
    }

    private static Map<String, Object> parameters(int nationals, int own, CodeHierarchy tree, RowTable rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("nationals", rows.space().code(rows.key(nationals), tree.dimension()));
        parameters.put("nationalsCount", rows.range(nationals).parameter());
        parameters.put("own", rows.space().code(rows.key(own), tree.dimension()));
        parameters.put("ownCount", rows.range(own).parameter());
        return parameters;
    }
}
