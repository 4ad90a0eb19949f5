package org.tipstats.validate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

/** Compares breakdowns that several threads find with those that one thread finds. */
class BreakdownScannerTest {

    private static final List<String> AREAS = List.of("AUT", "BEL", "CHE", "DNK");
    private static final List<String> SEXES = List.of("_T", "F", "M", "_U", "*");
    private static final List<String> AGES = List.of("_T", "Y0T17", "Y0T11", "Y12T17", "Y_GE18", "Y18T24", "_U", "*");
    private static final List<String> FORMS = List.of("_T", "SEX", "LAB", "LAB_AGRI", "OTH", "*");

    private static String one(List<String> codes, Random random, boolean pattern) {
        return codes.get(random.nextInt(codes.size() - (pattern ? 0 : 1)));
    }

    /** Returns a random key. The last code of the lists stands for an unknown code in patterns. */
    private static String key(Random random, boolean pattern) {
        return AREAS.get(random.nextInt(AREAS.size())) + "." + one(SEXES, random, pattern) + "."
                + one(AGES, random, pattern) + "." + one(FORMS, random, pattern) + ".NUMBER."
                + (2000 + random.nextInt(3));
    }

    /** Returns a file with erroneous rows and withdrawals, and accepted data. Equal seeds give equal tables. */
    private static RowTable table(long seed) {
        Random random = new Random(seed);
        SampleRows rows = SampleRows.victims();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            String key = key(random, false);
            if (keys.add(key)) {
                rows.row(key, random.nextInt(20));
            }
        }
        for (int i = 0; i < 30; i++) {
            rows.taint(key(random, true));
        }
        for (int i = 0; i < 3; i++) {
            rows.delete(key(random, true)).faulty(key(random, false));
        }
        Set<String> old = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            String key = key(random, false);
            if (old.add(key)) {
                rows.old(key, random.nextInt(20));
            }
        }
        return rows.table();
    }

    private static List<String> described(Consumer<Consumer<Breakdown>> each) {
        List<String> found = new ArrayList<>();
        each.accept(breakdown ->
                found.add(breakdown.whole() + " of " + breakdown.parts().boxed().toList()));
        return found;
    }

    private static List<List<String>> described(BreakdownScanner along) {
        BitSet all = new BitSet();
        all.set(0, 1_000_000);
        return List.of(
                described(along::forEachInconsistency),
                described(along::forEachWithoutTotal),
                described(along::forEach),
                described(visitor -> along.forEachOf(all, visitor)));
    }

    private static List<List<List<String>>> described(List<BreakdownScanner> scanners) {
        return scanners.stream().map(along -> described(along)).toList();
    }

    @Test
    void severalThreadsFindWhatOneFinds() {
        Seeds.check(200, random -> {
            long seed = random.nextLong();
            List<List<List<String>>> one = described(table(seed).merged().scan(false));
            assertEquals(one, described(table(seed).merged().scan(true)));
            for (int kind = 0; kind < 4; kind++) {
                int some = kind;
                assertTrue(one.stream().anyMatch(along -> !along.get(some).isEmpty()), "kind " + kind);
            }
        });
    }

    /** A scanner that is asked only for totals without a row does not read everything before. */
    @Test
    void totalsWithoutARowAreTheSameForAScannerThatHasReadNothing() {
        Seeds.check(50, random -> {
            RowTable table = table(random.nextLong());
            for (BreakdownScanner scanned : table.merged().breakdowns()) {
                BreakdownScanner fresh = new BreakdownScanner(table, scanned.tree(), false);
                assertEquals(described(scanned::forEachWithoutTotal), described(fresh::forEachWithoutTotal));
            }
        });
    }

    @Test
    void forgottenBreakdownsAreFoundAgain() {
        MergedRows merged = table(1).merged();
        List<BreakdownScanner> before = merged.breakdowns();
        assertSame(before, merged.breakdowns());
        merged.forgetBreakdowns();
        assertNotSame(before, merged.breakdowns());
        assertEquals(described(before), described(merged.breakdowns()));
    }
}
