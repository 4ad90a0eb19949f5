package org.tipstats.start.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.published.AuditOptions;

/** Random small tables. Every possible content is tried, and exactly the cells with one value must be recovered. */
class SmallWorldsTest {

    private static final int ROWS = 3;
    private static final int COLUMNS = 3;

    @Test
    void exactlyWhatHasOneValueIsRecovered() {
        Seeds.check(60, random -> {
            int bound = random.nextInt(2);
            long[][] counts = counts(random);
            Map<String, Long> all = withTotals(counts);
            Map<String, Long> shown = new HashMap<>(all);
            for (String key : new TreeSet<>(all.keySet())) {
                if (all.get(key) >= bound && random.nextInt(100) < 55) {
                    shown.remove(key);
                }
            }
            List<PublishedTable.Cell> cells = new ArrayList<>();
            for (String key : new TreeSet<>(all.keySet())) {
                List<String> codes = List.of(key.split("\\."));
                cells.add(
                        shown.containsKey(key)
                                ? PublishedTable.Cell.shown(codes, shown.get(key))
                                : PublishedTable.Cell.hidden(codes));
            }
            AuditReport report = Tables.audit(
                    AuditOptions.DEFAULT.withLowerBound(bound),
                    new PublishedTable("t", "r", List.of("row", "column"), cells));
            assertEquals(List.of(), report.notProven());
            assertEquals(new Enumeration(shown, bound).unique(all), Tables.recovered(report));
        });
    }

    private static long[][] counts(Random random) {
        long[][] counts = new long[ROWS][COLUMNS];
        for (long[] row : counts) {
            for (int c = 0; c < COLUMNS; c++) {
                row[c] = random.nextInt(4);
            }
        }
        return counts;
    }

    private static Map<String, Long> withTotals(long[][] counts) {
        Map<String, Long> all = new HashMap<>();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                for (String key : new String[] {r + "." + c, "Total." + c, r + ".Total", "Total.Total"}) {
                    all.merge(key, counts[r][c], Long::sum);
                }
            }
        }
        return all;
    }

    /** Tries all contents with counts up to a limit. Higher counts would add nothing in such small tables. */
    private static final class Enumeration {

        private static final int LIMIT = 6;

        private final Map<String, Long> shown;
        private final int bound;
        private final Map<String, TreeSet<Long>> seen = new HashMap<>();

        Enumeration(Map<String, Long> shown, int bound) {
            this.shown = shown;
            this.bound = bound;
            visit(new long[ROWS][COLUMNS], 0);
        }

        private void visit(long[][] counts, int place) {
            if (place == ROWS * COLUMNS) {
                accept(withTotals(counts));
                return;
            }
            int r = place / COLUMNS;
            int c = place % COLUMNS;
            Long known = shown.get(r + "." + c);
            long most = known == null ? LIMIT : known;
            for (long count = known == null ? bound : known; count <= most; count++) {
                counts[r][c] = count;
                if (possible(counts, r, c)) {
                    visit(counts, place + 1);
                }
            }
        }

        private boolean possible(long[][] counts, int r, int c) {
            Long row = shown.get(r + ".Total");
            if (c < COLUMNS - 1 || row == null) {
                return true;
            }
            return counts[r][0] + counts[r][1] + counts[r][2] == row;
        }

        private void accept(Map<String, Long> all) {
            for (Map.Entry<String, Long> entry : all.entrySet()) {
                Long known = shown.get(entry.getKey());
                if (known != null ? !known.equals(entry.getValue()) : entry.getValue() < bound) {
                    return;
                }
            }
            all.forEach((key, count) ->
                    seen.computeIfAbsent(key, none -> new TreeSet<>()).add(count));
        }

        String unique(Map<String, Long> all) {
            List<String> unique = new ArrayList<>();
            for (String key : new TreeSet<>(all.keySet())) {
                if (!shown.containsKey(key) && seen.get(key).size() == 1) {
                    unique.add(key + "=" + all.get(key));
                }
            }
            return String.join(" ", unique);
        }
    }
}
