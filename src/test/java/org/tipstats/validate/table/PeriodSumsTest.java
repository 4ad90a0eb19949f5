package org.tipstats.validate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Compares the ranges with a search that looks at every sum in every pass. */
class PeriodSumsTest {

    private static final List<String> SEXES = List.of("_T", "F", "M", "_U");
    private static final List<String> AGES = List.of("_T", "Y0T17", "Y0T11", "Y12T17", "Y_GE18", "_U");
    private static final List<String> FORMS = List.of("_T", "LAB", "LAB_AGRI", "SEX");

    /** Ranges by the same rules, with nothing left out because it did not change. */
    private static final class PlainRanges {
        private final List<PartSum> sums;
        private final RowTable table;
        private final long[] low;
        private final long[] high;
        private final boolean[] hidden;
        private final int[] raisedBy;
        private final int[] loweredBy;
        private boolean changed;
        private int passes;
        private int leftOut;

        PlainRanges(List<PartSum> sums, RowTable table, Set<Integer> withheld) {
            this.sums = sums;
            this.table = table;
            this.low = new long[table.size()];
            this.high = new long[table.size()];
            this.hidden = new boolean[table.size()];
            this.raisedBy = IntStream.range(0, table.size()).map(row -> -1).toArray();
            this.loweredBy = raisedBy.clone();
            for (int row = 0; row < table.size(); row++) {
                CountRange published = table.publishedRange(row);
                boolean small = published.high() <= table.largestMasked();
                boolean also = withheld.contains(row);
                low[row] = also ? 0 : published.low();
                high[row] = !also ? published.high() : small ? table.largestMasked() : RowTable.UNBOUNDED;
                hidden[row] = also || table.isHidden(row);
            }
            narrowAll();
        }

        private void narrowAll() {
            List<Integer> open = new ArrayList<>(IntStream.range(0, sums.size())
                    .filter(sum -> sums.get(sum).rows().anyMatch(row -> hidden[row]))
                    .boxed()
                    .toList());
            int all = open.size();
            do {
                changed = false;
                open.removeIf(sum -> !narrow(sum));
                passes++;
            } while (changed && passes < PeriodSums.MAX_PASSES);
            leftOut = all - open.size();
        }

        private boolean narrow(int number) {
            PartSum sum = sums.get(number);
            long least = IntStream.of(sum.parts()).mapToLong(part -> low[part]).reduce(0, Breakdown::plus);
            long most = IntStream.of(sum.parts()).mapToLong(part -> high[part]).reduce(0, Breakdown::plus);
            long atLeast = low[sum.whole()];
            long atMost = high[sum.whole()];
            if (sum.atLeast() && least > atMost || sum.atMost() && most < atLeast) {
                return false;
            }
            set(sum.whole(), sum.atLeast() ? least : 0, sum.atMost() ? most : RowTable.UNBOUNDED, number);
            long[] lows = low.clone();
            long[] highs = high.clone();
            for (int part : sum.parts()) {
                long others = IntStream.of(sum.parts())
                        .filter(other -> other != part)
                        .mapToLong(other -> highs[other])
                        .reduce(0, Breakdown::plus);
                boolean limited = sum.atLeast() && atMost < RowTable.UNBOUNDED;
                set(
                        part,
                        sum.atMost() && others < RowTable.UNBOUNDED ? atLeast - others : 0,
                        limited ? atMost - (least - lows[part]) : RowTable.UNBOUNDED,
                        number);
            }
            return true;
        }

        private void set(int row, long newLow, long newHigh, int sum) {
            if (hidden[row] && newLow > low[row]) {
                low[row] = newLow;
                raisedBy[row] = sum;
                changed = true;
            }
            if (hidden[row] && newHigh < high[row]) {
                high[row] = newHigh;
                loweredBy[row] = sum;
                changed = true;
            }
        }

        private Set<Integer> recoverable() {
            Set<Integer> found = new TreeSet<>();
            sums.stream()
                    .flatMapToInt(PartSum::rows)
                    .filter(row -> table.isMasked(row) && low[row] > 0 && low[row] == high[row])
                    .forEach(found::add);
            return found;
        }
    }

    /** Returns a table of one area and year: mostly sums that hold, some that contradict each other. */
    private static SampleRows random(Random random) {
        SampleRows rows = SampleRows.victims();
        boolean adds = random.nextInt(3) > 0;
        for (String sex : SEXES) {
            for (String age : AGES) {
                for (String form : FORMS) {
                    long value = adds ? leaves(sex, age, form, random) : random.nextInt(9);
                    add(rows, "AUT." + sex + "." + age + "." + form + ".NUMBER.2016", value, random);
                }
            }
        }
        return rows;
    }

    /** Returns about as many as the codes below the cell, so that sums nearly hold. */
    private static long leaves(String sex, String age, String form, Random random) {
        long sexes = sex.equals("_T") ? 3 : 1;
        long ages = age.equals("_T") ? 4 : age.equals("Y0T17") ? 2 : 1;
        long forms = form.equals("_T") ? 2 : 1;
        return sexes * ages * forms + (random.nextInt(40) == 0 ? 1 : 0);
    }

    private static void add(SampleRows rows, String key, long value, Random random) {
        int kind = random.nextInt(20);
        if (kind < 7 && value <= 4) {
            rows.masked(key);
        } else if (kind == 8) {
            rows.confidential(key, value);
        } else if (kind == 9) {
            rows.withheld(key);
        } else if (kind == 10) {
            rows.missing(key);
        } else if (kind > 11) {
            rows.row(key, value);
        }
    }

    /** Compares all ranges with those of the plain search, and returns the latter. */
    private static PlainRanges compare(PeriodSums sums, List<PartSum> all, RowTable table, Set<Integer> withheld) {
        PlainRanges expected = new PlainRanges(all, table, withheld);
        PeriodSums.Ranges found = sums.ranges(withheld);
        for (int i = 0; i < sums.rows.length; i++) {
            int row = sums.rows[i];
            assertEquals(expected.low[row], found.low[i], "low of " + row);
            assertEquals(expected.high[row], found.high[i], "high of " + row);
            assertEquals(expected.raisedBy[row], found.raisedBy[i], "raised " + row);
            assertEquals(expected.loweredBy[row], found.loweredBy[i], "lowered " + row);
        }
        Set<Integer> recoverable = new TreeSet<>();
        IntStream.of(found.recoverable()).forEach(recoverable::add);
        assertEquals(expected.recoverable(), recoverable);
        IntStream.of(sums.rows)
                .filter(table::isMasked)
                .forEach(
                        row -> assertEquals(recoverable.contains(row), sums.isRecoverable(row, withheld), "of " + row));
        return expected;
    }

    @Test
    void rangesAreThoseOfASearchThatLooksAtAllSumsInEachPass() {
        int[] recoverable = {0};
        int[] leftOut = {0};
        int[] passes = {0};
        Seeds.check(300, random -> {
            RowTable table = random(random).table();
            List<List<PartSum>> all = PartSum.nearMasked(table);
            PeriodSums.map(table, sums -> {
                for (int i = 0; i < 4; i++) {
                    Set<Integer> withheld = new TreeSet<>();
                    random.ints(3L * i, 0, sums.rows.length).forEach(index -> withheld.add(sums.rows[index]));
                    PlainRanges ranges = compare(sums, all.get(0), table, withheld);
                    recoverable[0] += ranges.recoverable().size();
                    leftOut[0] += ranges.leftOut;
                    passes[0] = Math.max(passes[0], ranges.passes);
                }
                return null;
            });
        });
        assertTrue(recoverable[0] > 1_000, recoverable[0] + " recoverable");
        assertTrue(leftOut[0] > 1_000, leftOut[0] + " sums cannot hold");
        assertTrue(passes[0] > 4, passes[0] + " passes");
    }

    private static CodeList codes(String id, int size) {
        List<Code> codes = new ArrayList<>(List.of(SampleStructures.code("_T", null, "TOTAL", "true")));
        IntStream.range(0, size).forEach(i -> codes.add(SampleStructures.code("C" + i, "_T")));
        return SampleStructures.list(id, codes.toArray(Code[]::new));
    }

    /** Each masked count follows from the one before, and each pass finds only one more. */
    @Test
    void aLongChainEndsAfterTheSamePass() {
        int size = PeriodSums.MAX_PASSES + 9;
        SampleRows rows = SampleRows.of(SampleStructures.structure(
                "DSD_CHAIN",
                SampleStructures.coded("ROW", Role.NONE, codes("CL_ROW", size), false),
                SampleStructures.coded("COLUMN", Role.NONE, codes("CL_COLUMN", size), false)));
        for (int i = 0; i < size; i++) {
            rows.masked("AUT.C" + i + ".C" + i + ".NUMBER.2016").row("AUT._T.C" + i + ".NUMBER.2016", i == 0 ? 2 : 4);
            if (i + 1 < size) { // The end of the chain is open.
                rows.masked("AUT.C" + i + ".C" + (i + 1) + ".NUMBER.2016").row("AUT.C" + i + "._T.NUMBER.2016", 4);
            }
        }
        RowTable table = rows.table();
        List<List<PartSum>> all = PartSum.nearMasked(table);
        PeriodSums.map(table, sums -> {
            PlainRanges ranges = compare(sums, all.get(0), table, Set.of());
            assertEquals(PeriodSums.MAX_PASSES, ranges.passes);
            assertTrue(ranges.changed, "the chain must be longer");
            return null;
        });
    }

    private static SampleRows manyPeriods(Random random) {
        SampleRows rows = SampleRows.victims();
        for (int i = 0; i < 40; i++) {
            String area = List.of("AUT", "BEL", "CHE", "DNK").get(i % 4);
            for (String age : AGES) {
                for (String sex : SEXES) {
                    add(rows, area + "." + sex + "." + age + "._T.NUMBER." + (2000 + i / 4), random.nextInt(9), random);
                }
            }
        }
        return rows;
    }

    private static String described(PeriodSums sums) {
        PeriodSums.Ranges ranges = sums.ranges(Set.of());
        StringBuilder text = new StringBuilder();
        for (int row : ranges.recoverable()) {
            text.append(row)
                    .append(ranges.derivation(row).stream().map(PartSum::whole).toList());
            text.append(sums.givingAway(row).stream().map(PartSum::whole).toList());
        }
        return text.toString();
    }

    @Test
    void severalThreadsFindTheSameInTheSameOrder() {
        Seeds.check(40, random -> {
            RowTable table = manyPeriods(random).table();
            List<String> one = PeriodSums.map(table, PeriodSumsTest::described, Integer.MAX_VALUE);
            assertTrue(one.stream().anyMatch(text -> !text.isEmpty()));
            assertEquals(one, PeriodSums.map(table, PeriodSumsTest::described, 0));
        });
    }

    @Test
    void rowsOfOtherPeriodsAreRefused() {
        SampleRows rows = SampleRows.victims();
        for (String year : List.of("2015", "2016")) {
            rows.row("AUT._T._T._T.NUMBER." + year, 30)
                    .masked("AUT.F._T._T.NUMBER." + year)
                    .row("AUT.M._T._T.NUMBER." + year, 27);
        }
        int lonely = rows.row("BEL.F._T._T.NUMBER.2016", 3).table().fileRows() - 1;
        PeriodSums.map(rows.table(), sums -> {
            int own = sums.rows[1];
            assertTrue(sums.ranges(Set.of()).isRecoverable(own));
            for (int other : new int[] {own == 1 ? 4 : 1, lonely}) {
                PeriodSums.Ranges ranges = sums.ranges(Set.of());
                assertThrows(IllegalArgumentException.class, () -> ranges.isRecoverable(other));
                assertThrows(IllegalArgumentException.class, () -> ranges.derivation(other));
                assertThrows(IllegalArgumentException.class, () -> sums.givingAway(other));
                assertThrows(IllegalArgumentException.class, () -> sums.ranges(Set.of(other)));
            }
            return own;
        });
    }
}
