package org.tipstats.collect.values;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;

/** Counts the rows of a submission by area and year while they are written, so that the database need not sort them. */
final class YearCounts {

    private static final class Count {
        private long figures;
        private long withdrawals;
        private final SortedSet<String> missing = new TreeSet<>();
    }

    private final SortedMap<String, SortedMap<String, Count>> counts = new TreeMap<>();

    void add(String area, String period, ValidatedRow row) {
        Count count = of(area, period);
        if (row.value() != null) {
            count.figures++;
        } else if (row.status() != null) {
            count.missing.add(row.status());
        }
        if (row.action() == Action.DELETE) {
            count.withdrawals++;
        }
    }

    void addWithdrawal(String area, String period) {
        of(area, period).withdrawals++;
    }

    private Count of(String area, String period) {
        return counts.computeIfAbsent(area, code -> new TreeMap<>()).computeIfAbsent(period, code -> new Count());
    }

    /** Returns the columns area, period, figures, statuses and withdrawals. Statuses have commas between them. */
    List<List<String>> columns() {
        List<List<String>> columns =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        counts.forEach((area, years) -> years.forEach((period, count) -> {
            columns.get(0).add(area);
            columns.get(1).add(period);
            columns.get(2).add(Long.toString(count.figures));
            columns.get(3).add(String.join(",", count.missing));
            columns.get(4).add(Long.toString(count.withdrawals));
        }));
        return columns;
    }
}
