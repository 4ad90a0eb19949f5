package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.KeyPatterns;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/** Reports values that the file would remove although they were accepted or published before. */
@Rule.Info(id = "value-dropped", severity = Severity.WARNING, since = "1.0.0")
public final class ValueDropped implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        checkRows(rows, findings);
        if (rows.withdrawals().isEmpty() && !rows.replacesPeriods()) {
            return;
        }
        int[] values = valuesOnlyInBaseline(rows);
        if (!rows.withdrawals().isEmpty()) {
            new WithdrawnValues(rows, values).report(findings);
        }
        if (rows.replacesPeriods()) {
            checkPeriods(rows, values, findings);
        }
    }

    private static void checkRows(RowTable rows, RowFindings findings) {
        for (int row = 0; row < rows.fileRows(); row++) {
            int old = rows.merged().baseline(row);
            if (old >= 0 && !rows.merged().isFaulty(row) && rows.dropsValue(row, old)) {
                String kind = rows.withdraws(row) ? "withdrawn" : "missing";
                findings.add(row, parameters(kind, 1), IntStream.of(old));
            }
        }
    }

    /**
     * Returns the baseline rows that have a value and have no row with the same key in the file, in the order of their
     * keys.
     */
    private static int[] valuesOnlyInBaseline(RowTable rows) {
        long[] keys = IntStream.range(rows.fileRows(), rows.size())
                .filter(row -> rows.hasValue(row) && rows.merged().firstRow(rows.key(row)) == row)
                .mapToLong(rows::key)
                .sorted()
                .toArray();
        return LongStream.of(keys).mapToInt(rows.merged()::firstRow).toArray();
    }

    private static void checkPeriods(RowTable rows, int[] values, RowFindings findings) {
        Map<Integer, Integer> firstRows = new HashMap<>();
        for (int row = 0; row < rows.fileRows(); row++) {
            if (!rows.withdraws(row)) {
                firstRows.putIfAbsent(rows.merged().period(rows.key(row)), row);
            }
        }
        for (int value : values) {
            long key = rows.key(value);
            Integer place = firstRows.get(rows.merged().period(key));
            if (place != null
                    && !rows.merged().isWithdrawn(key)
                    && !rows.merged().isTainted(key)) {
                findings.add(place, key, parameters("replaced", 1), IntStream.of(value));
            }
        }
    }

    private static Map<String, Object> parameters(String kind, int count) {
        return Map.of("kind", kind, "count", count);
    }

    /** Returns the codes of a pattern, without its open dimensions. */
    private static Map<String, String> codes(KeySpace space, RowTable.Withdrawal withdrawal) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Dimension dimension : space.structure().dimensions()) {
            if ((withdrawal.open() >> dimension.position() & 1) == 0) {
                codes.put(dimension.id(), space.code(withdrawal.key(), dimension));
            }
        }
        return codes;
    }

    /** Counts the values that each pattern of a file withdraws, and keeps the first rows with such values. */
    private static final class WithdrawnValues {

        /** The values that one pattern withdraws. */
        private static final class Tally {
            private int count;
            private final List<Integer> shown = new ArrayList<>();

            void add(int row) {
                if (count++ < RowFindings.MAX_RELATED) {
                    shown.add(row);
                }
            }
        }

        private final RowTable rows;
        private final Map<Integer, Map<Long, Tally>> byOpen = new TreeMap<>();

        /** @param values the rows that may be withdrawn, in the order of their keys */
        WithdrawnValues(RowTable rows, int[] values) {
            this.rows = rows;
            for (RowTable.Withdrawal withdrawal : rows.withdrawals()) {
                byOpen.computeIfAbsent(withdrawal.open(), open -> new HashMap<>())
                        .put(withdrawal.key(), new Tally());
            }
            for (int row : values) {
                byOpen.forEach((open, tallies) -> count(row, open, tallies));
            }
        }

        private void count(int row, int open, Map<Long, Tally> tallies) {
            Tally tally = tallies.get(KeyPatterns.project(rows.space(), rows.key(row), open));
            if (tally != null) {
                tally.add(row);
            }
        }

        /** Adds one finding for each row that withdraws any value. */
        void report(RowFindings findings) {
            for (RowTable.Withdrawal withdrawal : rows.withdrawals()) {
                Tally tally = byOpen.get(withdrawal.open()).get(withdrawal.key());
                if (tally.count > 0) {
                    findings.add(
                            withdrawal.line(),
                            withdrawal.record(),
                            null,
                            parameters("withdrawn", tally.count),
                            codes(rows.space(), withdrawal),
                            findings.related(tally.shown.stream().mapToInt(row -> row)));
                }
            }
        }
    }
}
