package org.tipstats.validate.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.validate.table.KeyPatterns;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowTable;

/** Counts the values that each pattern of a file withdraws, and keeps the first of them. */
final class WithdrawnValues {

    private static final int MAX_RELATED = 20;

    /** The values that one pattern withdraws. */
    private static final class Tally {
        private int count;
        private int[] shown = new int[0];

        void add(int row) {
            if (count++ < MAX_RELATED) {
                shown = Arrays.copyOf(shown, count);
                shown[count - 1] = row;
            }
        }
    }

    private final RowTable rows;
    private final Map<Integer, Map<Long, Tally>> byOpen = new TreeMap<>();

    /** @param values the rows that may be withdrawn, in the order of their keys */
    WithdrawnValues(RowTable rows, int[] values) {
        this.rows = rows;
        for (RowTable.Withdrawal withdrawal : rows.withdrawals()) {
            byOpen.computeIfAbsent(withdrawal.open(), open -> new HashMap<>()).put(withdrawal.key(), new Tally());
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
                        ValueDropped.parameters("withdrawn", tally.count),
                        ValueDropped.codes(rows.space(), withdrawal),
                        findings.related(Arrays.stream(tally.shown)));
            }
        }
    }
}
